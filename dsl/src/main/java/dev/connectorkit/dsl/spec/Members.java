package dev.connectorkit.dsl.spec;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members leniently and keeps what reading would lose. */
final class Members {
    static final JsonProvider JSON = Json.provider();

    private Members() {}

    static @Nullable String text(JsonObject from, String name) {
        return from.get(name) instanceof JsonString text ? text.getString() : null;
    }

    static String textOrEmpty(JsonObject from, String name) {
        var text = text(from, name);
        return text == null ? "" : text;
    }

    /** Reads a string, a number or a boolean as text, since a condition on a checkbox is met with both spellings. */
    static @Nullable String scalar(JsonObject from, String name) {
        var value = from.get(name);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        boolean scalar = value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE;
        return scalar ? String.valueOf(value) : null;
    }

    static boolean flag(JsonObject from, String name) {
        return flag(from, name, false);
    }

    static boolean flag(JsonObject from, String name, boolean otherwise) {
        var text = scalar(from, name);
        return text == null ? otherwise : text.equals("true");
    }

    static @Nullable Integer integer(JsonObject from, String name) {
        if (!(from.get(name) instanceof JsonNumber number)) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException | UnsupportedOperationException notAnInteger) {
            return null;
        }
    }

    static JsonObject object(JsonObject from, String name) {
        return from.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Reads an array of objects; an array that holds anything else is read as empty and stays with the extras. */
    static <T> List<T> objects(JsonObject from, String name, Function<JsonObject, T> read) {
        if (!(from.get(name) instanceof JsonArray array)
                || array.stream().anyMatch(element -> element.getValueType() != ValueType.OBJECT)) {
            return List.of();
        }
        return array.getValuesAs(JsonObject.class).stream().map(read).toList();
    }

    static List<String> strings(JsonObject from, String name) {
        if (!(from.get(name) instanceof JsonArray array)
                || array.stream().anyMatch(element -> element.getValueType() != ValueType.STRING)) {
            return List.of();
        }
        return array.getValuesAs(JsonString::getString);
    }

    /** Returns the members of {@code read} that {@code written} lacks or has with another value. */
    static JsonObject unwritten(JsonObject read, JsonObject written) {
        var left = JSON.createObjectBuilder();
        read.forEach((name, value) -> {
            if (!value.equals(written.get(name))) {
                left.add(name, value);
            }
        });
        return left.build();
    }

    static JsonObject with(JsonObject members, String name, JsonValue value) {
        return JSON.createObjectBuilder(members).add(name, value).build();
    }

    static JsonObject without(JsonObject members, String... names) {
        if (List.of(names).stream().noneMatch(members::containsKey)) {
            return members;
        }
        var builder = JSON.createObjectBuilder(members);
        List.of(names).forEach(builder::remove);
        return builder.build();
    }

    /** Sorts members by name, at every depth. */
    static JsonValue sorted(JsonValue value) {
        if (value instanceof JsonObject object) {
            var builder = JSON.createObjectBuilder();
            new TreeMap<>((Map<String, JsonValue>) object).forEach((name, member) -> builder.add(name, sorted(member)));
            return builder.build();
        }
        if (value instanceof JsonArray array) {
            var builder = JSON.createArrayBuilder();
            array.forEach(element -> builder.add(sorted(element)));
            return builder.build();
        }
        return value;
    }
}
