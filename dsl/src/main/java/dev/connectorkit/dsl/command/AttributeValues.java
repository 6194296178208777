package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value or several: the platform sends a single one bare and several in an array. */
final class AttributeValues {
    private AttributeValues() {}

    /** Returns a value that nobody can change any more; {@code attribute} is for the message only. */
    static @Nullable Object frozen(String attribute, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof JsonValue json) {
            return Json.toPlain(json);
        }
        if (value instanceof Collection<?> elements) {
            return frozenList(attribute, elements);
        }
        if (value instanceof Object[] elements) {
            return frozenList(attribute, Arrays.asList(elements));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), frozen(attribute, member)));
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException(
                "attribute `%s` is given a %s; an attribute holds text, a boolean, a whole number, null or a list of these"
                        .formatted(attribute, value.getClass().getName()));
    }

    private static List<@Nullable Object> frozenList(String attribute, Collection<?> elements) {
        List<@Nullable Object> copy = new ArrayList<>(elements.size());
        for (var element : elements) {
            copy.add(frozen(attribute, element));
        }
        return Collections.unmodifiableList(copy);
    }

    /** Returns several values after a change, each once and in the order in which they came. */
    static List<@Nullable Object> changed(
            AttributeChange.Op op, List<@Nullable Object> current, List<@Nullable Object> values) {
        var removed = new HashSet<String>();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        switch (op) {
            case ADD -> {
                current.forEach(value -> kept.putIfAbsent(key(value), value));
                values.forEach(value -> kept.putIfAbsent(key(value), value));
            }
            case SET -> values.forEach(value -> kept.putIfAbsent(key(value), value));
            case REMOVE -> {
                values.forEach(value -> removed.add(key(value)));
                current.stream()
                        .filter(value -> !values.isEmpty() && !removed.contains(key(value)))
                        .forEach(value -> kept.putIfAbsent(key(value), value));
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(kept.values()));
    }

    private static String key(@Nullable Object value) {
        return value == null ? "" : text(value);
    }

    static List<@Nullable Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> several) {
            return Collections.unmodifiableList(new ArrayList<@Nullable Object>(several));
        }
        return List.of(value);
    }

    static List<String> texts(@Nullable Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        var texts = new ArrayList<String>();
        for (var element : list(value)) {
            if (element != null) {
                texts.add(text(element));
            }
        }
        return Collections.unmodifiableList(texts);
    }

    static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
