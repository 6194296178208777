package dev.connectorkit.dsl.store;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.Mapping;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The way between a Java type and JSON. The reader throws a runtime exception for JSON that does not fit.
 *
 * @param factory what the factory in {@link StoreKey} is called
 * @param wanted in words, what the reader reads
 */
record Form<T>(String factory, String wanted, Function<JsonValue, T> reader, Function<T, JsonValue> writer) {

    static final Form<String> STRING = new Form<>("string", "text", Form::text, Json::text);

    static final Form<Integer> INTEGER = new Form<>(
            "integer",
            "a whole number of 32 bits",
            json -> number(json).intValueExact(),
            value -> Json.provider().createValue(value));

    static final Form<Long> LONG_INTEGER = new Form<>(
            "longInteger",
            "a whole number of 64 bits",
            json -> number(json).longValueExact(),
            value -> Json.provider().createValue(value));

    static final Form<BigDecimal> DECIMAL = new Form<>(
            "decimal", "a number", Form::number, value -> Json.provider().createValue(value));

    static final Form<Boolean> BOOL =
            new Form<>("bool", "a boolean", Form::flag, value -> value ? JsonValue.TRUE : JsonValue.FALSE);

    static final Form<Instant> INSTANT = new Form<>(
            "instant",
            "a time such as 2024-01-15T10:30:00Z",
            json -> Instant.parse(text(json)),
            value -> Json.text(value.toString()));

    static final Form<JsonValue> JSON = new Form<>("json", "any JSON", json -> json, json -> json);

    static final Form<Object> PLAIN =
            new Form<>("plain", "plain values", Form::plain, value -> Json.toValue(out -> Json.writePlain(out, value)));

    static <T> Form<T> record(Class<T> type) {
        return new Form<>(
                "record", "the members of " + type.getSimpleName(), json -> Mapping.read(json, type), Mapping::write);
    }

    Form<List<T>> list() {
        return new Form<>(
                factory + "(…).list", "an array with " + wanted + " for each element", this::readList, list -> {
                    var array = Json.array();
                    list.forEach(element -> array.add(writer.apply(element)));
                    return array.build();
                });
    }

    Form<Map<String, T>> map() {
        return new Form<>(factory + "(…).map", "an object with " + wanted + " for each member", this::readMap, map -> {
            var object = Json.object();
            map.forEach((name, value) -> object.add(name, writer.apply(value)));
            return object.build();
        });
    }

    private List<T> readList(JsonValue json) {
        var list = new ArrayList<T>();
        for (var element : (JsonArray) json) {
            list.add(reader.apply(element));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<String, T> readMap(JsonValue json) {
        var map = new LinkedHashMap<String, T>();
        ((JsonObject) json).forEach((name, value) -> map.put(name, reader.apply(value)));
        return Collections.unmodifiableMap(map);
    }

    private static String text(JsonValue json) {
        return ((JsonString) json).getString();
    }

    private static BigDecimal number(JsonValue json) {
        return ((JsonNumber) json).bigDecimalValue();
    }

    private static boolean flag(JsonValue json) {
        return switch (json.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new ClassCastException(Json.describe(json));
        };
    }

    private static Object plain(JsonValue json) {
        var value = Json.toPlain(json);
        if (value == null) {
            throw new IllegalArgumentException("null");
        }
        return value;
    }
}
