package dev.connectorkit.testkit.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON-P values that show whatever the plain lists and maps behind them hold at the moment. The interfaces of JSON-P
 * promise immutability, but nothing enforces it: a store that relies on it loses what it was given.
 */
final class LiveJson {
    private LiveJson() {}

    /** Returns a view of {@code plain}, or null if it, or its type, is none of JSON's. */
    static @Nullable JsonValue view(@Nullable Object plain) {
        return isJson(plain, 0) ? viewOf(plain) : null;
    }

    /** Returns the view of a configuration. */
    static JsonObject view(Map<String, @Nullable Object> plain) {
        return new LiveObject(plain);
    }

    /** Returns what is behind a view, or a fresh plain value of any other JSON. */
    static @Nullable Object plain(JsonValue json) {
        if (json instanceof LiveObject object) {
            return object.plain;
        }
        return json instanceof LiveArray array ? array.plain : PlainJson.of(json);
    }

    private static boolean isJson(@Nullable Object value, int depth) {
        if (depth > 500) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .allMatch(member -> member.getKey() instanceof String && isJson(member.getValue(), depth + 1));
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(element -> isJson(element, depth + 1));
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || (value instanceof Number number && Double.isFinite(number.doubleValue()))
                || value instanceof BigDecimal
                || value instanceof BigInteger;
    }

    private static JsonValue viewOf(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            return new LiveObject(map);
        }
        return plain instanceof List<?> list ? new LiveArray(list) : PlainJson.toJson(plain);
    }

    private static final class LiveObject extends AbstractMap<String, JsonValue> implements JsonObject {
        private final Map<?, ?> plain;

        LiveObject(Map<?, ?> plain) {
            this.plain = plain;
        }

        @Override
        public @Nullable JsonValue get(@Nullable Object name) {
            return plain.containsKey(name) ? viewOf(plain.get(name)) : null;
        }

        @Override
        public Set<Entry<String, JsonValue>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, JsonValue>> iterator() {
                    return plain.entrySet().stream()
                            .map(member -> Map.entry(String.valueOf(member.getKey()), viewOf(member.getValue())))
                            .iterator();
                }

                @Override
                public int size() {
                    return plain.size();
                }
            };
        }

        private JsonObject snapshot() {
            return PlainJson.toJson(plain).asJsonObject();
        }

        @Override
        public @Nullable JsonArray getJsonArray(String name) {
            return (JsonArray) get(name);
        }

        @Override
        public @Nullable JsonObject getJsonObject(String name) {
            return (JsonObject) get(name);
        }

        @Override
        public @Nullable JsonNumber getJsonNumber(String name) {
            return (JsonNumber) get(name);
        }

        @Override
        public @Nullable JsonString getJsonString(String name) {
            return (JsonString) get(name);
        }

        @Override
        public String getString(String name) {
            return snapshot().getString(name);
        }

        @Override
        public String getString(String name, String defaultValue) {
            return snapshot().getString(name, defaultValue);
        }

        @Override
        public int getInt(String name) {
            return snapshot().getInt(name);
        }

        @Override
        public int getInt(String name, int defaultValue) {
            return snapshot().getInt(name, defaultValue);
        }

        @Override
        public boolean getBoolean(String name) {
            return snapshot().getBoolean(name);
        }

        @Override
        public boolean getBoolean(String name, boolean defaultValue) {
            return snapshot().getBoolean(name, defaultValue);
        }

        @Override
        public boolean isNull(String name) {
            return snapshot().isNull(name);
        }

        @Override
        public ValueType getValueType() {
            return ValueType.OBJECT;
        }

        @Override
        public String toString() {
            return snapshot().toString();
        }
    }

    private static final class LiveArray extends AbstractList<JsonValue> implements JsonArray {
        private final List<?> plain;

        LiveArray(List<?> plain) {
            this.plain = plain;
        }

        @Override
        public JsonValue get(int index) {
            return viewOf(plain.get(index));
        }

        @Override
        public int size() {
            return plain.size();
        }

        private JsonArray snapshot() {
            return PlainJson.toJson(plain).asJsonArray();
        }

        @Override
        public JsonObject getJsonObject(int index) {
            return (JsonObject) get(index);
        }

        @Override
        public JsonArray getJsonArray(int index) {
            return (JsonArray) get(index);
        }

        @Override
        public JsonNumber getJsonNumber(int index) {
            return (JsonNumber) get(index);
        }

        @Override
        public JsonString getJsonString(int index) {
            return (JsonString) get(index);
        }

        @Override
        public <T extends JsonValue> List<T> getValuesAs(Class<T> type) {
            return snapshot().getValuesAs(type);
        }

        @Override
        public String getString(int index) {
            return snapshot().getString(index);
        }

        @Override
        public String getString(int index, String defaultValue) {
            return snapshot().getString(index, defaultValue);
        }

        @Override
        public int getInt(int index) {
            return snapshot().getInt(index);
        }

        @Override
        public int getInt(int index, int defaultValue) {
            return snapshot().getInt(index, defaultValue);
        }

        @Override
        public boolean getBoolean(int index) {
            return snapshot().getBoolean(index);
        }

        @Override
        public boolean getBoolean(int index, boolean defaultValue) {
            return snapshot().getBoolean(index, defaultValue);
        }

        @Override
        public boolean isNull(int index) {
            return snapshot().isNull(index);
        }

        @Override
        public ValueType getValueType() {
            return ValueType.ARRAY;
        }

        @Override
        public String toString() {
            return snapshot().toString();
        }
    }
}
