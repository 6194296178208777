package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain Java values that stand for JSON: fresh and changeable, in two spellings, frozen, or scrambled. */
final class PlainJson {
    private static final int MAX_DEPTH = 150;
    private static final BigDecimal EXACT_DOUBLES = new BigDecimal(1L << 53);

    private PlainJson() {}

    /** Returns {@code value} as fresh lists and maps that can be changed. */
    static @Nullable Object of(JsonValue value) {
        return of(value, false);
    }

    /** Returns {@code value} with members in reverse order and numbers of other classes and scales. */
    static @Nullable Object respelled(JsonValue value) {
        return of(value, true);
    }

    /** Returns {@code value} as JSON in that other spelling. */
    static JsonValue respelledJson(JsonValue value) {
        return toJson(respelled(value));
    }

    private static @Nullable Object of(JsonValue value, boolean respelled) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                var names = new ArrayList<>(((JsonObject) value).keySet());
                if (respelled) {
                    Collections.reverse(names);
                }
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (var name : names) {
                    map.put(name, of(member((JsonObject) value, name), respelled));
                }
                yield map;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                ((JsonArray) value).forEach(element -> list.add(of(element, respelled)));
                yield list;
            }
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> respelled ? respelled((JsonNumber) value) : number((JsonNumber) value);
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static JsonValue member(JsonObject object, String name) {
        var member = object.get(name);
        return member == null ? JsonValue.NULL : member;
    }

    private static Number number(JsonNumber number) {
        var value = number.bigDecimalValue();
        if (value.scale() != 0) {
            return value;
        }
        var whole = value.unscaledValue();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    private static Number respelled(JsonNumber number) {
        var value = number.bigDecimalValue();
        if (value.signum() == 0) {
            // A zero like any other to JSON, but not to Double.equals.
            return -0.0;
        }
        if (value.scale() == 0) {
            return value.abs().compareTo(EXACT_DOUBLES) <= 0 ? (Number) value.doubleValue() : value.setScale(1);
        }
        return value.setScale(value.scale() + 1);
    }

    /**
     * Returns what {@code value} stands for.
     *
     * @throws RuntimeException if it stands for no JSON
     */
    static JsonValue toJson(@Nullable Object value) {
        return toJson(value, 0);
    }

    private static JsonValue toJson(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map && depth < MAX_DEPTH) {
            var object = Json.object();
            map.forEach((name, member) -> object.add((String) name, toJson(member, depth + 1)));
            return object.build();
        }
        if (value instanceof List<?> list && depth < MAX_DEPTH) {
            var array = Json.array();
            list.forEach(element -> array.add(toJson(element, depth + 1)));
            return array.build();
        }
        if (value instanceof String text) {
            return Json.text(text);
        }
        if (value instanceof Integer whole) {
            return Json.provider().createValue(whole);
        }
        // Refuses what is no JSON, circles included.
        return Json.toValue(out -> Json.writePlain(out, value));
    }

    /** Returns a copy of {@code value} that refuses to be changed. */
    static @Nullable Object frozen(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, frozen(member)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(frozen(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /** Changes every list and map inside {@code value} that allows it. */
    static void scramble(@Nullable Object value) {
        try {
            if (value instanceof Map<?, ?> map) {
                map.values().forEach(PlainJson::scramble);
                refill(map, Map.of("scrambled", true));
            } else if (value instanceof List<?> list) {
                list.forEach(PlainJson::scramble);
                refill(list, List.of("scrambled"));
            }
        } catch (UnsupportedOperationException e) {
            // Unmodifiable, so what the store keeps cannot be reached through it.
            return;
        }
    }

    /** Returns {@code value} itself with the contents of {@code changed} if it can be changed so, else {@code changed}. */
    static @Nullable Object changeInto(@Nullable Object value, @Nullable Object changed) {
        try {
            if (value instanceof Map<?, ?> map && changed instanceof Map<?, ?> contents) {
                refill(map, contents);
                return map;
            }
            if (value instanceof List<?> list && changed instanceof List<?> contents) {
                refill(list, contents);
                return list;
            }
        } catch (UnsupportedOperationException e) {
            return changed;
        }
        return changed;
    }

    @SuppressWarnings("unchecked") // The values of this suite are JSON: their keys are text.
    private static void refill(Map<?, ?> map, Map<?, ?> contents) {
        map.clear();
        ((Map<Object, Object>) map).putAll(contents);
    }

    @SuppressWarnings("unchecked") // A list takes any JSON.
    private static void refill(List<?> list, List<?> contents) {
        list.clear();
        ((List<Object>) list).addAll(contents);
    }
}
