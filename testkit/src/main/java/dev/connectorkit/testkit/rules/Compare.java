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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Equality of JSON by value, with the order of multi-values left open, and differences in words. A null, an empty array
 * and no value at all are the same.
 */
final class Compare {
    private static final Pattern BOOKKEEPING = Pattern.compile(
            "(when|last|date|time)_?(modifi|chang|updat|login|logon|seen|activ|access|sign).*"
                    + "|(modifi|chang|updat)ed(_?(at|on|by|date|time))?|modification.*|update_?(date|time)|e_?tag|revision"
                    + "|(row_?)?version|usn_?changed|(password|passwd|pwd)_?(last|chang|set|expir|age|updat|modif|date|time).*"
                    + "|last_?(password|passwd|pwd).*",
            Pattern.CASE_INSENSITIVE);

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
        // Nearly always they are equal to the letter, which is faster to find out.
        return Objects.equals(one, other) || canonical(one).equals(canonical(other));
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
        if (one.json().equals(other.json())) {
            return List.of();
        }
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

    /**
     * Returns what a command changed, in words, apart from some attributes that it was to change. Attributes by which a
     * source keeps book of changes do not count.
     */
    static List<String> changes(ResourceObject before, ResourceObject after, Set<String> apartFrom) {
        return differences(
                "the account before", frame(before, apartFrom), "the account afterwards", frame(after, apartFrom));
    }

    private static ResourceObject frame(ResourceObject account, Set<String> apartFrom) {
        var attributes = Json.object();
        account.attributes().forEach((name, value) -> {
            if (!apartFrom.contains(name) && !isBookkeeping(name)) {
                attributes.add(name, value);
            }
        });
        var frame = account.json().containsKey("attributes")
                ? Inputs.with(account.json(), "attributes", attributes.build())
                : account.json();
        // An identity may be the value of an attribute; then it changes with it.
        return new ResourceObject(account.key() == null ? frame : Inputs.without(frame, "identity"));
    }

    /** Returns whether an attribute, by its name, tells when or how often an object was changed or used. */
    static boolean isBookkeeping(String attribute) {
        return BOOKKEEPING.matcher(attribute).matches();
    }

    static List<String> attributeDifferences(
            String oneName, ResourceObject one, String otherName, ResourceObject other) {
        var found = new ArrayList<String>();
        var names = new TreeSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        for (var name : names) {
            var a = one.attributes().get(name);
            var b = other.attributes().get(name);
            if (!equal(a, b) && !(isBookkeeping(name) && Moments.areNear(a, b))) {
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
