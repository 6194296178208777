package dev.connectorkit.dsl.store;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the platform is known to hold: the attributes as they were last shown, with everything flushed since on top.
 * Nothing of what is shown is ever copied, so a flush costs what it changes.
 */
final class Baseline {
    private JsonObject shown;
    private final Map<String, Optional<JsonValue>> flushed = new HashMap<>();

    Baseline(JsonObject shown) {
        this.shown = shown;
    }

    @Nullable
    JsonValue get(String key) {
        var value = flushed.get(key);
        return value == null ? shown.get(key) : value.orElse(null);
    }

    void put(String key, @Nullable JsonValue value) {
        flushed.put(key, Optional.ofNullable(value));
    }

    void replaceBy(JsonObject attributes) {
        shown = attributes;
        flushed.clear();
    }
}
