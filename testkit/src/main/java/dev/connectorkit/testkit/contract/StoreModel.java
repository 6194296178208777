package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a store must show and send: a baseline and a buffer, as simple as can be. */
final class StoreModel {
    private final Map<String, JsonValue> baseline = new HashMap<>();
    private final Map<String, Optional<JsonValue>> buffer = new LinkedHashMap<>();
    private final Set<String> perhapsRemembered = new LinkedHashSet<>();

    StoreModel(JsonObject attributes) {
        baseline.putAll(attributes);
    }

    @Nullable
    JsonValue stored(String key) {
        return baseline.get(key);
    }

    @Nullable
    JsonValue get(String key) {
        var change = buffer.get(key);
        return change == null ? baseline.get(key) : change.orElse(null);
    }

    void set(String key, @Nullable JsonValue value) {
        perhapsRemembered.remove(key);
        if (JsonEquality.equal(value, baseline.get(key))) {
            buffer.remove(key);
        } else {
            buffer.put(key, Optional.ofNullable(value));
        }
    }

    /** Returns the keys that a flush must change. */
    Set<String> changes() {
        var changes = new LinkedHashSet<String>();
        for (var key : buffer.keySet()) {
            if (!JsonEquality.equal(get(key), baseline.get(key))) {
                changes.add(key);
            }
        }
        return changes;
    }

    void flushed() {
        var changes = changes();
        for (var entry : buffer.entrySet()) {
            if (!changes.contains(entry.getKey())) {
                perhapsRemembered.add(entry.getKey());
            } else if (entry.getValue().isPresent()) {
                baseline.put(entry.getKey(), entry.getValue().get());
            } else {
                baseline.remove(entry.getKey());
            }
        }
        buffer.clear();
    }

    /** Says whether there is a change whose result a reload has shown to be there already. */
    boolean hasNeedless() {
        return changes().size() < buffer.size();
    }

    /**
     * Says whether the last change of {@code key} had become needless when a flush came. One correct store forgets such
     * a change at the flush, another keeps it until it is of use again. Both show the same as long as nobody else edits
     * the key, so a run that is to fit both edits it only after the next set or delete.
     */
    boolean isPerhapsRemembered(String key) {
        return perhapsRemembered.contains(key);
    }

    void reload(JsonObject attributes) {
        baseline.clear();
        baseline.putAll(attributes);
    }

    boolean hasBuffered() {
        return !buffer.isEmpty();
    }
}
