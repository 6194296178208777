package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Equality of JSON by value, with the order of multi-values left open, and differences in words. A null, an empty array
 * and no value at all are the same.
 */
final class Compare {
    private Compare() {}

    /** Returns a text that is equal for equal values. */
    static String canonical(@Nullable JsonValue value) {
        if (value == null) {
            return "";
        }
        return switch (value.getValueType()) {
            case NULL -> "";
            case NUMBER ->
                ((JsonNumber) value).bigDecimalValue().stripTrailingZeros().toPlainString();
            case STRING -> Json.toText(value);
            case ARRAY -> canonical(value.asJsonArray());
            case OBJECT -> canonical(value.asJsonObject());
            case TRUE -> "true";
            case FALSE -> "false";
        };
    }

    private static String canonical(JsonArray array) {
        return array.isEmpty()
                ? ""
                : array.stream().map(Compare::canonical).sorted().collect(Collectors.joining(",", "[", "]"));
    }

    private static String canonical(JsonObject object) {
        var members = new TreeMap<String, String>();
        object.forEach((name, value) -> {
            var text = canonical(value);
            if (!text.isEmpty()) {
                members.put(name, text);
            }
        });
        return members.toString();
    }

    static boolean equal(@Nullable JsonValue one, @Nullable JsonValue other) {
        return canonical(one).equals(canonical(other));
    }

    /** Returns whether two bags of values are equal. */
    static boolean sameValues(Collection<? extends JsonValue> one, Collection<? extends JsonValue> other) {
        return bag(one).equals(bag(other));
    }

    private static List<String> bag(Collection<? extends JsonValue> values) {
        return values.stream().map(Compare::canonical).sorted().toList();
    }

    /** Returns what differs between two outputs for the same object, in words; empty if nothing does. */
    static List<String> differences(String oneName, ResourceObject one, String otherName, ResourceObject other) {
        var found = new ArrayList<String>();
        for (var member : List.of("key", "identity", "uuid")) {
            var a = one.json().get(member);
            var b = other.json().get(member);
            if (a != null && b != null && !equal(a, b)) {
                found.add(difference("`" + member + "`", oneName, a, otherName, b));
            }
        }
        for (var flag : List.of("disabled", "locked", "deleted")) {
            if (one.flag(flag) != other.flag(flag)) {
                found.add(difference(
                        "`" + flag + "`",
                        oneName,
                        one.json().get(flag),
                        otherName,
                        other.json().get(flag)));
            }
        }
        found.addAll(attributeDifferences(oneName, one, otherName, other));
        if (!equal(one.json().get("permissions"), other.json().get("permissions"))) {
            found.add(difference(
                    "`permissions`",
                    oneName,
                    one.json().get("permissions"),
                    otherName,
                    other.json().get("permissions")));
        }
        return found;
    }

    static List<String> attributeDifferences(
            String oneName, ResourceObject one, String otherName, ResourceObject other) {
        var found = new ArrayList<String>();
        var names = new TreeSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        for (var name : names) {
            var a = one.attributes().get(name);
            var b = other.attributes().get(name);
            if (!equal(a, b)) {
                found.add(difference("attribute `" + name + "`", oneName, a, otherName, b));
            }
        }
        return found;
    }

    private static String difference(
            String what, String oneName, @Nullable JsonValue one, String otherName, @Nullable JsonValue other) {
        return what + " is " + show(one) + " in " + oneName + " but " + show(other) + " in " + otherName;
    }

    /** Returns a value for people to read. */
    static String show(@Nullable JsonValue value) {
        if (value == null) {
            return "absent";
        }
        var text = value instanceof JsonString string ? "\"" + string.getString() + "\"" : Json.toText(value);
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
