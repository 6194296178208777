package dev.connectorkit.dsl.store;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Where a source's configuration shows its stored values, and where the platform wants patches to point. */
public enum Layout {
    /** Below the member {@code connectorAttributes}, as the platform documents; the patches point there too. */
    NESTED("/connectorAttributes/"),

    /** At the root of the configuration, as later versions of the TypeScript SDK expect it. */
    FLAT("/");

    private static final String ATTRIBUTES = "connectorAttributes";

    private final String root;

    Layout(String root) {
        this.root = root;
    }

    /** Returns the JSON pointer of a key, escaped by RFC 6901. */
    String pointerTo(String key) {
        return root + Json.encodePointer(key);
    }

    /** Returns the stored values that {@code config} shows; none if it shows no place for them. */
    JsonObject attributesOf(JsonObject config) {
        if (this == FLAT) {
            return config;
        }
        var attributes = config.get(ATTRIBUTES);
        if (attributes == null || attributes.getValueType() == JsonValue.ValueType.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (attributes instanceof JsonObject object) {
            return object;
        }
        throw StoreErrors.attributesAreNoObject(ATTRIBUTES, attributes);
    }
}
