package dev.connectorkit.dsl.internal.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/**
 * JSON values that nobody can change any more and that survive being written and read again.
 *
 * <p>JSON-P's values are immutable by contract, but anybody may implement the interfaces over something that is not, and
 * such a value may stand deep inside one that is.
 */
public final class FrozenJson {
    // What the reader of this project's JSON accepts at most; more would be written and could not be read again.
    private static final int MAX_NUMBER_LENGTH = 1_000;
    private static final int MAX_NAME_LENGTH = 50_000;

    private static final String PROVIDER_PACKAGE = Json.provider().getClass().getPackageName();
    private static final String API_PACKAGE = JsonValue.class.getPackageName();

    private FrozenJson() {}

    /**
     * Returns {@code value} itself if no part of it can change, else a copy.
     *
     * @throws IllegalArgumentException if it could not be written and read again: nested too deep or in a circle, or
     *     with a number or a name that is too long
     */
    public static JsonValue freeze(JsonValue value) {
        return isFrozen(value, 0) ? value : copy(value);
    }

    /** Returns {@code object} itself if no part of it can change, else a copy, as {@link #freeze} does. */
    public static JsonObject freezeObject(JsonObject object) {
        return (JsonObject) freeze(object);
    }

    /**
     * Checks a member's name.
     *
     * @throws IllegalArgumentException if it is too long to be read again
     */
    public static void checkName(String name) {
        if (name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "a name of %d characters is too long: %d are allowed".formatted(name.length(), MAX_NAME_LENGTH));
        }
    }

    private static boolean isFrozen(JsonValue value, int depth) {
        return switch (value.getValueType()) {
            case OBJECT -> areMembersFrozen((JsonObject) value, inside(depth));
            case ARRAY -> areElementsFrozen((JsonArray) value, inside(depth));
            case NUMBER -> {
                checkLength(((JsonNumber) value).bigDecimalValue());
                yield isImmutable(value);
            }
            case STRING -> isImmutable(value);
            case TRUE, FALSE, NULL -> true;
        };
    }

    private static boolean areMembersFrozen(JsonObject object, int depth) {
        var frozen = isImmutable(object);
        for (var member : object.entrySet()) {
            checkName(member.getKey());
            frozen &= isFrozen(member.getValue(), depth);
        }
        return frozen;
    }

    private static boolean areElementsFrozen(JsonArray array, int depth) {
        var frozen = isImmutable(array);
        for (var element : array) {
            frozen &= isFrozen(element, depth);
        }
        return frozen;
    }

    private static int inside(int depth) {
        if (depth == Json.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "it is nested deeper than %d levels, or in a circle".formatted(Json.MAX_DEPTH));
        }
        return depth + 1;
    }

    private static boolean isImmutable(JsonValue value) {
        var home = value.getClass().getPackageName();
        return home.equals(PROVIDER_PACKAGE) || home.equals(API_PACKAGE);
    }

    private static void checkLength(BigDecimal number) {
        // Four bits make at least one digit, so most numbers need not be spelled out to be found short enough.
        if (number.unscaledValue().bitLength() > 3 * (MAX_NUMBER_LENGTH - 20)
                && number.toString().length() > MAX_NUMBER_LENGTH) {
            throw new IllegalArgumentException(
                    "it holds a number of more than %d characters".formatted(MAX_NUMBER_LENGTH));
        }
    }

    private static JsonValue copy(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                var members = Json.object();
                ((JsonObject) value).forEach((name, member) -> members.add(name, copy(member)));
                return members.build();
            }
            case ARRAY -> {
                var elements = Json.array();
                ((JsonArray) value).forEach(element -> elements.add(copy(element)));
                return elements.build();
            }
            case STRING -> {
                return Json.text(((JsonString) value).getString());
            }
            case NUMBER -> {
                return Json.provider().createValue(((JsonNumber) value).bigDecimalValue());
            }
            default -> {
                return value;
            }
        }
    }
}
