package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account or entitlement as a connector sent it, whatever its shape.
 *
 * @param json the output
 */
record ResourceObject(JsonObject json) {

    @Nullable
    String identity() {
        return SpecView.text(json, "identity");
    }

    @Nullable
    JsonObject key() {
        return json.get("key") instanceof JsonObject key ? key : null;
    }

    /** Returns {@code simple}, {@code compound}, or null if there is no key of either form. */
    @Nullable
    String keyType() {
        return key() == null ? null : keyIds().size() == 1 ? "simple" : keyIds().size() == 2 ? "compound" : null;
    }

    /** Returns the ids in the key: one, two, or none if there is no proper key. */
    List<String> keyIds() {
        var key = key();
        if (key == null || key.size() != 1) {
            return List.of();
        }
        if (key.get("simple") instanceof JsonObject simple) {
            return texts(simple, "id");
        }
        return key.get("compound") instanceof JsonObject compound ? texts(compound, "lookupId", "uniqueId") : List.of();
    }

    private static List<String> texts(JsonObject json, String... names) {
        var texts = new ArrayList<String>();
        for (var name : names) {
            if (json.get(name) instanceof JsonString text) {
                texts.add(text.getString());
            }
        }
        return texts.size() == names.length ? texts : List.of();
    }

    /** Returns what tells the object from others: its key, or else its identity. */
    String id() {
        var ids = keyIds();
        var identity = identity();
        return !ids.isEmpty() ? String.join("/", ids) : identity == null ? "" : identity;
    }

    /** Returns the first id of the key, or else the identity. */
    String firstId() {
        var ids = keyIds();
        return ids.isEmpty() ? id() : ids.get(0);
    }

    /** Returns the members that name the object in an input. */
    JsonObject reference() {
        var builder = Json.object();
        var key = key();
        var identity = identity();
        var ids = keyIds();
        if (identity == null && !ids.isEmpty()) {
            identity = ids.get(0);
        }
        if (identity != null) {
            builder.add("identity", identity);
        }
        if (key != null) {
            builder.add("key", key);
        }
        return builder.build();
    }

    JsonObject attributes() {
        return json.get("attributes") instanceof JsonObject attributes ? attributes : JsonValue.EMPTY_JSON_OBJECT;
    }

    @Nullable
    JsonValue attribute(String name) {
        var value = attributes().get(name);
        return value == null || value == JsonValue.NULL ? null : value;
    }

    /** Returns an attribute's values, whether it holds one, several or none. */
    List<JsonValue> values(String name) {
        var value = attribute(name);
        return value == null ? List.of() : value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
    }

    boolean flag(String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    String type() {
        var type = SpecView.text(json, "type");
        return type == null ? "" : type;
    }

    @Override
    public String toString() {
        var id = id();
        return id.isEmpty() ? "`?` (without key and identity)" : "`" + id + "`";
    }
}
