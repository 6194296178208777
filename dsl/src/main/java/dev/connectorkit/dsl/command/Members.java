package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members of command JSON leniently: null is absence, unknown members are nobody's business. */
final class Members {
    private Members() {}

    static JsonObject object(JsonValue json, String what) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw ConnectorException.invalidRequest("%s must be an object, but is %s".formatted(what, Json.describe(json)));
    }

    /** Returns a command's input; where the platform sends null, one without members. */
    static JsonObject input(JsonValue json) {
        return json.getValueType() == JsonValue.ValueType.NULL ? JsonValue.EMPTY_JSON_OBJECT : object(json, "`input`");
    }

    static @Nullable JsonValue value(JsonObject object, String name) {
        var value = object.get(name);
        return value == null || value.getValueType() == JsonValue.ValueType.NULL ? null : value;
    }

    static @Nullable String text(JsonObject object, String name) {
        var value = value(object, name);
        if (value == null || value instanceof JsonString) {
            return value == null ? null : ((JsonString) value).getString();
        }
        throw mistyped(name, "text", value);
    }

    static String requiredText(JsonObject object, String where, String name) {
        var text = text(object, name);
        if (text == null) {
            throw ConnectorException.invalidRequest("`%s.%s` is missing".formatted(where, name));
        }
        return text;
    }

    static boolean flag(JsonObject object, String name) {
        return Boolean.TRUE.equals(optionalFlag(object, name));
    }

    static @Nullable Boolean optionalFlag(JsonObject object, String name) {
        var value = value(object, name);
        if (value == null) {
            return null;
        }
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw mistyped(name, "true or false", value);
        };
    }

    static @Nullable Integer wholeNumber(JsonObject object, String name) {
        var value = value(object, name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.isIntegral()) {
            return (int) Math.max(Math.min(number.longValue(), Integer.MAX_VALUE), Integer.MIN_VALUE);
        }
        throw mistyped(name, "a whole number", value);
    }

    static List<String> texts(JsonObject object, String name) {
        return list(object, name, element -> textElement(element, name));
    }

    static JsonObject without(JsonObject object, String... names) {
        var builder = Json.provider().createObjectBuilder(object);
        for (var name : names) {
            builder.remove(name);
        }
        return builder.build();
    }

    static @Nullable JsonObject optionalObject(JsonObject object, String name) {
        var value = value(object, name);
        if (value == null || value instanceof JsonObject) {
            return (JsonObject) value;
        }
        throw mistyped(name, "an object", value);
    }

    static <T> List<T> list(JsonObject object, String name, Function<JsonValue, T> element) {
        var value = value(object, name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            var list = new ArrayList<T>(array.size());
            for (var item : array) {
                list.add(element.apply(item));
            }
            return List.copyOf(list);
        }
        throw mistyped(name, "an array", value);
    }

    static String textElement(JsonValue value, String name) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw mistyped(name, "an array of texts", value);
    }

    static @Nullable Object plain(JsonObject object, String name) {
        var value = value(object, name);
        return value == null ? null : Json.toPlain(value);
    }

    static Attributes attributes(JsonObject object) {
        var attributes = optional(object, "attributes", Attributes::fromJson);
        return attributes == null ? Attributes.empty() : attributes;
    }

    static <T> @Nullable T optional(JsonObject object, String name, Function<JsonValue, T> reader) {
        var value = value(object, name);
        return value == null ? null : reader.apply(value);
    }

    static ConnectorException mistyped(String name, String expected, JsonValue found) {
        return ConnectorException.invalidRequest(
                "`%s` must be %s, but is %s".formatted(name, expected, Json.describe(found)));
    }
}
