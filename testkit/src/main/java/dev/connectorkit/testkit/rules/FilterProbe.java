package dev.connectorkit.testkit.rules;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter, and what it matches.
 *
 * @param filter the text of the filter
 * @param matching whether an object matches it
 */
record FilterProbe(String filter, Predicate<ResourceObject> matching) {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    boolean matches(ResourceObject object) {
        return matching.test(object);
    }

    List<ResourceObject> matches(List<ResourceObject> objects) {
        return objects.stream().filter(matching).toList();
    }

    /** Returns a filter that matches the objects with a text in an attribute. */
    static FilterProbe equal(String attribute, String value) {
        return new FilterProbe(
                "( " + attribute + " == \"" + value + "\" )", object -> hasText(object, attribute, value));
    }

    /** Returns a filter that matches all other objects than those with a text in an attribute. */
    static FilterProbe unequal(String attribute, String value) {
        return new FilterProbe(
                "( " + attribute + " != \"" + value + "\" )", object -> !hasText(object, attribute, value));
    }

    static FilterProbe nobody(String attribute) {
        return equal(attribute, UnknownIds.NOBODY);
    }

    static FilterProbe everybody(String attribute) {
        return unequal(attribute, UnknownIds.NOBODY);
    }

    private static boolean hasText(ResourceObject object, String attribute, String value) {
        return object.attribute(attribute) instanceof JsonString text
                && text.getString().equals(value);
    }

    /** An attribute and a text that some object has in it. */
    record Held(String attribute, String value) {

        FilterProbe equal() {
            return FilterProbe.equal(attribute, value);
        }

        FilterProbe unequal() {
            return FilterProbe.unequal(attribute, value);
        }
    }

    /** Returns the text that divides the objects best, if possible into parts of more than one; null if there is none. */
    static @Nullable Held dividing(Trial trial, SpecView.Schema schema, List<ResourceObject> objects) {
        return schema.attributes().stream()
                .filter(FilterProbe::isPlainText)
                .flatMap(attribute -> held(attribute, trial.sample(objects)).stream())
                .max((a, b) -> Long.compare(balance(a.equal(), objects), balance(b.equal(), objects)))
                .orElse(null);
    }

    /** Returns a text that one object has and no other, in whatever case; null if there is none. */
    static @Nullable Held only(SpecView.Schema schema, ResourceObject one, List<ResourceObject> objects) {
        return schema.attributes().stream()
                .filter(FilterProbe::isPlainText)
                .flatMap(attribute -> held(attribute, List.of(one)).stream())
                .filter(held -> objects.stream()
                                .filter(object -> object.attribute(held.attribute()) instanceof JsonString text
                                        && text.getString().equalsIgnoreCase(held.value()))
                                .count()
                        == 1)
                .findFirst()
                .orElse(null);
    }

    /** Returns a few comparisons of a number or a boolean; none if the objects do not differ in it. */
    static List<FilterProbe> typed(SpecView.Attribute attribute, List<ResourceObject> objects) {
        var name = attribute.name();
        if (attribute.multi()
                || attribute.type().equals("string")
                || !PLAIN_NAME.matcher(name).matches()) {
            return List.of();
        }
        return attribute.type().equals("boolean")
                ? dividingOnly(
                        new FilterProbe("( " + name + " == true )", object -> object.attribute(name) == JsonValue.TRUE),
                        objects)
                : numeric(name, objects);
    }

    /** Returns a comparison with a text that some objects have but for its capitals; none if others have just this. */
    static List<FilterProbe> inOtherCase(Trial trial, SpecView.Schema schema, List<ResourceObject> objects) {
        var held = dividing(trial, schema, objects);
        if (held == null) {
            return List.of();
        }
        var other = new Held(held.attribute(), TrickyValues.otherCase(held.value())).equal();
        return objects.stream().anyMatch(other.matching()) ? List.of() : List.of(other);
    }

    private static List<FilterProbe> numeric(String name, List<ResourceObject> objects) {
        var numbers = objects.stream()
                .map(object -> number(object, name))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var probes = new ArrayList<FilterProbe>();
        numbers.stream()
                .map(number -> compared(name, "==", number, 0))
                .max((a, b) -> Long.compare(balance(a, objects), balance(b, objects)))
                .ifPresent(probe -> probes.addAll(dividingOnly(probe, objects)));
        // As texts, 9 is greater than 10.
        numbers.stream()
                .filter(number -> numbers.stream()
                        .anyMatch(other -> Integer.signum(other.compareTo(number))
                                != Integer.signum(other.toPlainString().compareTo(number.toPlainString()))))
                .findFirst()
                .ifPresent(number -> probes.addAll(dividingOnly(compared(name, ">", number, 1), objects)));
        return probes;
    }

    private static FilterProbe compared(String name, String operator, BigDecimal number, int sign) {
        return new FilterProbe("( " + name + " " + operator + " " + number.toPlainString() + " )", object -> {
            var value = number(object, name);
            return value != null && value.compareTo(number) == sign;
        });
    }

    private static @Nullable BigDecimal number(ResourceObject object, String name) {
        return object.attribute(name) instanceof JsonNumber number ? number.bigDecimalValue() : null;
    }

    private static List<FilterProbe> dividingOnly(FilterProbe probe, List<ResourceObject> objects) {
        return balance(probe, objects) == 0 ? List.of() : List.of(probe);
    }

    private static List<Held> held(SpecView.Attribute attribute, List<ResourceObject> objects) {
        var held = new ArrayList<Held>();
        for (var object : objects) {
            if (object.attribute(attribute.name()) instanceof JsonString value && isPlainValue(value.getString())) {
                held.add(new Held(attribute.name(), value.getString()));
            }
        }
        return held;
    }

    private static long balance(FilterProbe probe, List<ResourceObject> objects) {
        var matches = objects.stream().filter(probe.matching()).count();
        return Math.min(matches, objects.size() - matches);
    }

    private static boolean isPlainText(SpecView.Attribute attribute) {
        return !attribute.multi()
                && attribute.type().equals("string")
                && PLAIN_NAME.matcher(attribute.name()).matches();
    }

    private static boolean isPlainValue(String value) {
        return !value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\');
    }
}
