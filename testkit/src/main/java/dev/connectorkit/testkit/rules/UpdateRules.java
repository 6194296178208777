package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.rules.Updates.Outcome;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Update makes exactly the changes asked for, in order. */
final class UpdateRules {
    static final List<Rule> RULES = List.of(
            updating("update.set", "Set replaces the value of an attribute", UpdateRules::set),
            updating("update.add", "Add of one value or several adds what is not there yet", UpdateRules::add),
            updating("update.remove", "Remove of one value or several takes away just these", UpdateRules::remove),
            updating(
                    "update.remove-clears-single",
                    "Remove of a single-valued attribute clears it",
                    UpdateRules::removeSingle),
            updating("update.in-order", "Several changes are made in order", UpdateRules::inOrder),
            updating(
                    "update.any-sequence",
                    "Any sequence of changes adds up to what set algebra says",
                    UpdateRules::anySequence),
            updating(
                            "update.to-the-letter",
                            "Values that differ in a capital, in a blank or in how an accent is written are different",
                            UpdateRules::toTheLetter)
                    .optional());

    private static final int SEQUENCES = 8;

    private UpdateRules() {}

    private static Rule updating(String id, String title, Rule.Body body) {
        return rule(id, title, body).needs(UPDATE).changingData();
    }

    private static void set(Trial trial) {
        var account = trial.subject();
        var updates = new Updates(trial, account);
        for (var attribute : updates.attributes()) {
            for (var value : settable(trial, attribute)) {
                if (updates.make(Inputs.change("Set", attribute.name(), value)) == Outcome.REFUSED) {
                    break;
                }
            }
            if (updates.isAccepted(attribute)) {
                tricky(trial, attribute)
                        .forEach(value -> updates.makeIfTaken(Inputs.change("Set", attribute.name(), value)));
            }
        }
        updates.requireSome("set");
    }

    /** Returns values that a source may well refuse, but that must not get lost. */
    private static List<JsonValue> tricky(Trial trial, SpecView.Attribute attribute) {
        var values = new ArrayList<JsonValue>();
        if (attribute.multi()) {
            values.add(JsonValue.EMPTY_JSON_ARRAY);
            return values;
        }
        if (attribute.type().equals("int") || attribute.type().equals("long")) {
            values.add(Json.provider().createValue(0));
        }
        for (var text : new TrickyValues(trial).texts(attribute)) {
            values.add(text);
            // A change of capitals alone is a change.
            values.add(Json.text(TrickyValues.otherCase(((JsonString) text).getString())));
        }
        if (isClearable(trial, attribute)) {
            values.add(JsonValue.NULL);
        }
        return values;
    }

    /** Returns values to set one after the other: first an ordinary one, then the ones that get lost easily. */
    private static List<JsonValue> settable(Trial trial, SpecView.Attribute attribute) {
        var values = new ArrayList<JsonValue>();
        if (attribute.multi()) {
            var several = trial.inputs().values(attribute, 2);
            if (several.isEmpty()) {
                return List.of();
            }
            values.add(Inputs.array(several));
            values.add(Inputs.array(several.subList(0, 1)));
            values.add(several.get(several.size() - 1));
            return values;
        }
        var ordinary = trial.inputs().value(attribute);
        if (ordinary == null) {
            return List.of();
        }
        values.add(ordinary);
        if (attribute.type().equals("boolean")) {
            return List.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.TRUE);
        }
        return values;
    }

    private static void add(Trial trial) {
        Filling.lookalikeEntitlements(trial);
        var account = trial.subject();
        var updates = new Updates(trial, account);
        for (var attribute : multiValued(updates)) {
            var values = trial.inputs().many(attribute);
            if (values.size() < 2 || start(updates, attribute, values.get(0)) == Outcome.REFUSED) {
                continue;
            }
            updates.make(Inputs.change("Add", attribute.name(), values.get(1)));
            updates.make(Inputs.change("Add", attribute.name(), values.get(0)));
            updates.make(Inputs.change("Add", attribute.name(), Inputs.array(values)));
            // To a multi-valued attribute that has no value yet.
            updates.make(Inputs.change("Remove", attribute.name(), Inputs.array(values)));
            updates.make(Inputs.change("Add", attribute.name(), Inputs.array(values.subList(0, 2))));
            var withComma = new TrickyValues(trial).textWithComma(attribute);
            if (withComma != null) {
                updates.makeIfTaken(Inputs.change("Add", attribute.name(), withComma));
            }
        }
        updates.requireSome("added to");
    }

    private static void remove(Trial trial) {
        Filling.lookalikeEntitlements(trial);
        var account = trial.subject();
        var updates = new Updates(trial, account);
        for (var attribute : multiValued(updates)) {
            var values = trial.inputs().many(attribute);
            if (values.size() < 2 || start(updates, attribute, values.get(0)) == Outcome.REFUSED) {
                continue;
            }
            updates.make(Inputs.change("Add", attribute.name(), Inputs.array(values)));
            updates.make(Inputs.change("Remove", attribute.name(), values.get(1)));
            updates.make(Inputs.change("Remove", attribute.name(), values.get(1)));
            updates.make(Inputs.change("Add", attribute.name(), values.get(1)));
            updates.make(Inputs.change("Remove", attribute.name(), Inputs.array(values.subList(0, 2))));
            if (values.size() > 2) {
                updates.make(Inputs.change("Remove", attribute.name(), values.get(2)));
            }
        }
        updates.requireSome("removed from");
    }

    /** Gives a multi-valued attribute exactly one value, by whichever way the connector takes. */
    private static Outcome start(Updates updates, SpecView.Attribute attribute, JsonValue first) {
        var held = updates.notGiven(attribute);
        var others = held.stream().filter(value -> !Compare.equal(value, first)).toList();
        var outcome = Outcome.MADE;
        if (held.size() == others.size()) {
            outcome = updates.make(Inputs.change("Add", attribute.name(), first));
        }
        if (!others.isEmpty() && outcome == Outcome.MADE) {
            outcome = updates.make(Inputs.change("Remove", attribute.name(), Inputs.array(others)));
        }
        return outcome;
    }

    private static List<SpecView.Attribute> multiValued(Updates updates) {
        var attributes =
                updates.attributes().stream().filter(SpecView.Attribute::multi).toList();
        if (attributes.isEmpty()) {
            throw new RuleSkipped("no attribute has several values");
        }
        return attributes;
    }

    private static void removeSingle(Trial trial) {
        var account = trial.subject();
        var updates = new Updates(trial, account);
        var attributes = clearable(trial, updates);
        if (attributes.isEmpty()) {
            throw new RuleSkipped("no single-valued attribute may be without a value");
        }
        for (var attribute : attributes) {
            if (updates.account().attribute(attribute.name()) == null) {
                updates.make(
                        Inputs.change("Set", attribute.name(), trial.inputs().value(attribute)));
            }
            var value = updates.account().attribute(attribute.name());
            if (value != null) {
                updates.make(Inputs.change("Remove", attribute.name(), value));
            }
        }
        updates.requireSome("cleared");
    }

    private static List<SpecView.Attribute> clearable(Trial trial, Updates updates) {
        return updates.attributes().stream()
                .filter(attribute -> isClearable(trial, attribute))
                .toList();
    }

    private static boolean isClearable(Trial trial, SpecView.Attribute attribute) {
        var template = trial.spec().template();
        return !attribute.multi()
                && !attribute.type().equals("boolean")
                && !attribute.name().equals(trial.accountSchema().displayAttribute())
                && (template == null
                        || template.stream()
                                .noneMatch(
                                        field -> field.required() && field.key().equals(attribute.name())));
    }

    private static void inOrder(Trial trial) {
        var account = trial.subject();
        var updates = new Updates(trial, account);
        for (var attribute : singleTexts(updates)) {
            var first = trial.inputs().value(attribute);
            var second = trial.inputs().value(attribute);
            if (first != null && second != null) {
                updates.make(
                        Inputs.change("Set", attribute.name(), first), Inputs.change("Set", attribute.name(), second));
            }
        }
        for (var attribute : updates.attributes()) {
            var values = attribute.multi() ? trial.inputs().many(attribute) : List.<JsonValue>of();
            if (values.size() >= 2) {
                updates.make(
                        Inputs.change("Add", attribute.name(), values.get(0)),
                        Inputs.change("Add", attribute.name(), values.get(1)),
                        Inputs.change("Remove", attribute.name(), values.get(0)));
                updates.make(
                        Inputs.change("Remove", attribute.name(), values.get(1)),
                        Inputs.change("Add", attribute.name(), values.get(1)));
            }
        }
        // Some may have shown by now that they follow from others.
        allAtOnce(trial, updates, singleTexts(updates));
        updates.requireSome("changed several times");
    }

    private static List<SpecView.Attribute> singleTexts(Updates updates) {
        return updates.attributes().stream()
                .filter(attribute -> !attribute.multi() && attribute.type().equals("string"))
                .toList();
    }

    private static void allAtOnce(Trial trial, Updates updates, List<SpecView.Attribute> attributes) {
        var changes = new ArrayList<JsonObject>();
        for (var attribute : attributes) {
            var value = updates.isAccepted(attribute) ? trial.inputs().value(attribute) : null;
            if (value != null) {
                changes.add(Inputs.change("Set", attribute.name(), value));
            }
        }
        if (changes.size() > 1) {
            updates.make(changes.toArray(JsonObject[]::new));
        }
    }

    private static void anySequence(Trial trial) {
        if (!trial.has(CREATE)) {
            throw new RuleSkipped("each sequence wants an account of its own, and the connector cannot create any");
        }
        var accepted = new Updates(trial, trial.subject()).acceptedMultiValued();
        if (accepted.isEmpty()) {
            throw new RuleSkipped("no multi-valued attribute takes changes, see update.add");
        }
        var count = trial.can(Ability.FILL) ? SEQUENCES : 2;
        for (var i = 0; i < count; i++) {
            var sequence = randomSequence(trial, accepted);
            var updates = new Updates(trial, trial.subject());
            sequence.forEach(updates::make);
        }
    }

    private static List<JsonObject> randomSequence(Trial trial, List<SpecView.Attribute> attributes) {
        var sequence = new ArrayList<JsonObject>();
        for (var i = 0; i < 6; i++) {
            var attribute = attributes.get(trial.random().nextInt(attributes.size()));
            var values = trial.inputs().many(attribute);
            var from = trial.random().nextInt(values.size());
            var some = values.subList(from, from + 1 + trial.random().nextInt(values.size() - from));
            var op = trial.random().nextBoolean() ? "Add" : "Remove";
            sequence.add(Inputs.change(op, attribute.name(), some.size() == 1 ? some.get(0) : Inputs.array(some)));
        }
        return sequence;
    }

    /** Tries what many a source makes equal, which is why nobody is blamed for it. */
    private static void toTheLetter(Trial trial) {
        var updates = new Updates(trial, trial.subject());
        updates.doubting("is it the source that cuts blanks off, or takes capitals and small letters, or two ways to"
                + " write an accent, for the same? Then this is its habit, and no fault of the connector");
        for (var attribute : updates.attributes()) {
            for (var text : new TrickyValues(trial).closeTexts(attribute)) {
                var op = attribute.multi() ? "Add" : "Set";
                updates.makeIfTaken(Inputs.change(op, attribute.name(), text));
            }
        }
        if (updates.isUntouched()) {
            throw new RuleSkipped("no attribute takes any text");
        }
    }
}
