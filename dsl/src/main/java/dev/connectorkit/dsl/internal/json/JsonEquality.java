package dev.connectorkit.dsl.internal.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Equality of JSON values as JSON means it: numbers by value, texts by code point, arrays in order, objects without.
 *
 * <p>{@code JsonNumber.equals} holds {@code 1} and {@code 1.0} to be different, and so do objects that contain them.
 */
public final class JsonEquality {
    private JsonEquality() {}

    /** Says whether both are the same JSON value, or both absent. */
    public static boolean equal(@Nullable JsonValue left, @Nullable JsonValue right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null || left.getValueType() != right.getValueType()) {
            return false;
        }
        return switch (left.getValueType()) {
            case OBJECT -> equalMembers((JsonObject) left, (JsonObject) right);
            case ARRAY -> equalElements((JsonArray) left, (JsonArray) right);
            case STRING -> ((JsonString) left).getString().equals(((JsonString) right).getString());
            case NUMBER -> {
                var other = ((JsonNumber) right).bigDecimalValue();
                yield ((JsonNumber) left).bigDecimalValue().compareTo(other) == 0;
            }
            case TRUE, FALSE, NULL -> true;
        };
    }

    private static boolean equalMembers(JsonObject left, JsonObject right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var member : left.entrySet()) {
            var other = right.get(member.getKey());
            if (other == null || !equal(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalElements(JsonArray left, JsonArray right) {
        if (left.size() != right.size()) {
            return false;
        }
        var others = right.iterator();
        for (var element : left) {
            if (!equal(element, others.next())) {
                return false;
            }
        }
        return true;
    }
}
