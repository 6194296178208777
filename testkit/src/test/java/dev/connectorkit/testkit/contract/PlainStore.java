package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A correct store over plain maps, written apart from the real one. Faulty stores override one of its decisions each;
 * every decision is therefore a method of its own.
 */
class PlainStore implements StoreUnderTest {
    static final Object REMOVED = new Object();

    final Invocation invocation;
    Map<String, @Nullable Object> baseline;
    final Map<String, @Nullable Object> buffer = new LinkedHashMap<>();

    PlainStore(Invocation invocation) {
        this.invocation = invocation;
        this.baseline = copyOfAttributes(invocation.config());
    }

    /** Returns the object below {@code connectorAttributes}, or an empty one. */
    @SuppressWarnings("unchecked") // The configuration is JSON.
    Map<String, @Nullable Object> attributesOf(Map<String, ?> config) {
        var attributes = config.get("connectorAttributes");
        if (attributes instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        return Map.of();
    }

    Map<String, @Nullable Object> copyOfAttributes(Map<String, ?> config) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        attributesOf(config).forEach((key, value) -> copy.put(key, taken(value)));
        return copy;
    }

    /** Returns what is kept of a value from outside. */
    @Nullable
    Object taken(@Nullable Object value) {
        return PlainJson.of(PlainJson.toJson(value));
    }

    /** Returns what is handed out of a value inside. */
    @Nullable
    Object given(@Nullable Object value) {
        return taken(value);
    }

    boolean same(@Nullable Object one, @Nullable Object other) {
        return JsonEquality.equal(PlainJson.toJson(one), PlainJson.toJson(other));
    }

    /** Says whether the baseline holds just this: a value, or, for {@link #REMOVED}, none. */
    boolean isStored(String key, @Nullable Object value) {
        if (value == REMOVED || !baseline.containsKey(key)) {
            return value == REMOVED && !baseline.containsKey(key);
        }
        return same(baseline.get(key), value);
    }

    @Override
    public @Nullable Object get(String key) {
        if (buffer.containsKey(key)) {
            var value = buffer.get(key);
            return value == REMOVED ? ABSENT : given(value);
        }
        return baseline.containsKey(key) ? given(baseline.get(key)) : ABSENT;
    }

    @Override
    public void set(String key, @Nullable Object value) {
        buffered(key, accepted(key, value));
    }

    /** Returns the copy of a value that is JSON; refuses any other. */
    @Nullable
    Object accepted(String key, @Nullable Object value) {
        try {
            return taken(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("`" + key + "` cannot be stored: " + e.getMessage(), e);
        }
    }

    @Override
    public void delete(String key) {
        buffered(key, REMOVED);
    }

    void buffered(String key, @Nullable Object value) {
        if (isStored(key, value)) {
            buffer.remove(key);
        } else {
            buffer.put(key, value);
        }
    }

    /** Says whether a buffered key takes an operation. */
    boolean isNeeded(String key) {
        return !isStored(key, buffer.get(key));
    }

    @Override
    public boolean hasPendingChanges() {
        return buffer.keySet().stream().anyMatch(this::isNeeded);
    }

    @Override
    public void flush() {
        var patch = patch();
        if (!patch.isEmpty()) {
            requireSendable(patch);
            send(patch);
        }
        flushed();
    }

    List<Map<String, @Nullable Object>> patch() {
        List<Map<String, @Nullable Object>> patch = new ArrayList<>();
        for (var key : buffer.keySet()) {
            if (isNeeded(key)) {
                patch.add(operation(key, buffer.get(key)));
            }
        }
        return patch;
    }

    Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
        Map<String, @Nullable Object> operation = new LinkedHashMap<>();
        operation.put("op", op(key, value));
        operation.put("path", pointer(key));
        if (value != REMOVED) {
            operation.put("value", given(value));
        }
        return operation;
    }

    String op(String key, @Nullable Object value) {
        if (value == REMOVED) {
            return "remove";
        }
        return baseline.containsKey(key) ? "replace" : "add";
    }

    String pointer(String key) {
        return "/connectorAttributes/" + escaped(key);
    }

    String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    int size(List<Map<String, @Nullable Object>> patch) {
        return Json.toBytes(out -> Json.writePlain(out, patch)).length;
    }

    void requireSendable(List<Map<String, @Nullable Object>> patch) {
        if (size(patch) > 256 * 1024 - 100) {
            throw new IllegalStateException("the patch is larger than a message may be");
        }
    }

    void send(List<Map<String, @Nullable Object>> patch) {
        invocation.patchConfig(patch);
    }

    void flushed() {
        buffer.forEach((key, value) -> {
            if (value == REMOVED) {
                baseline.remove(key);
            } else {
                baseline.put(key, value);
            }
        });
        buffer.clear();
    }

    @Override
    public void reload() {
        baseline = copyOfAttributes(invocation.reloadConfig());
    }
}
