package dev.connectorkit.testkit.rules;

import java.util.function.Consumer;

/**
 * A faulty connector.
 *
 * @param name what is wrong with it
 * @param rule the rule that must find it
 * @param message part of what the rule must say
 * @param change what turns the reference connector into it
 */
record Mutant(String name, String rule, String message, Consumer<Reference> change) {

    static Mutant of(Slip slip, String rule, String message) {
        return new Mutant(slip.name(), rule, message, reference -> reference.slip(slip));
    }

    static Mutant of(String name, String rule, String message, Consumer<Reference> change) {
        return new Mutant(name, rule, message, change);
    }

    Reference connector() {
        var reference = new Reference();
        change.accept(reference);
        return reference;
    }

    @Override
    public String toString() {
        return name + " is found by " + rule;
    }
}
