package dev.connectorkit.dsl.store;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes the one patch of a flush and weighs it before anything is sent. */
final class PatchWriter {
    /** What the platform takes in one message, counted over the whole line. */
    static final int MAX_MESSAGE_BYTES = 256 * 1024;

    private static final int ENVELOPE_BYTES =
            "{\"type\":\"config\",\"data\":}\n".getBytes(StandardCharsets.UTF_8).length;

    private static final JsonString ADD = Json.text("add");
    private static final JsonString REPLACE = Json.text("replace");
    private static final JsonString REMOVE = Json.text("remove");

    private PatchWriter() {}

    static JsonPatch write(Map<String, DataStore.Change> buffer, Baseline baseline, Layout layout) {
        var operations = Json.array();
        for (var entry : buffer.entrySet()) {
            var change = entry.getValue();
            if (change.isNeeded) {
                operations.add(operation(entry.getKey(), change, baseline, layout));
            }
        }
        var patch = operations.build();
        requireSendable(patch);
        return Json.provider().createPatch(patch);
    }

    private static JsonObject operation(String key, DataStore.Change change, Baseline baseline, Layout layout) {
        var operation = Json.object();
        if (change.value == null) {
            operation.add("op", REMOVE).add("path", layout.pointerTo(key));
        } else {
            operation
                    .add("op", baseline.get(key) == null ? ADD : REPLACE)
                    .add("path", layout.pointerTo(key))
                    .add("value", change.value);
        }
        return operation.build();
    }

    private static void requireSendable(JsonArray patch) {
        if (boundOf(patch) <= MAX_MESSAGE_BYTES - ENVELOPE_BYTES) {
            return;
        }
        var bytes = sizeOf(patch) + ENVELOPE_BYTES;
        if (bytes > MAX_MESSAGE_BYTES) {
            var largest = patch.get(0);
            for (var operation : patch) {
                largest = sizeOf(operation) > sizeOf(largest) ? operation : largest;
            }
            var path = largest.asJsonObject().getString("path");
            throw StoreErrors.tooLarge(bytes, MAX_MESSAGE_BYTES, patch.size(), path, sizeOf(largest));
        }
    }

    private static long sizeOf(JsonValue value) {
        return Json.toBytes(out -> out.write(value)).length;
    }

    /** Returns a length in bytes that {@code value} cannot exceed, without writing it. */
    private static long boundOf(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                var bound = 2L;
                for (var member : ((JsonObject) value).entrySet()) {
                    bound += boundOf(member.getKey()) + 2 + boundOf(member.getValue());
                }
                return bound;
            }
            case ARRAY -> {
                var bound = 2L;
                for (var element : (JsonArray) value) {
                    bound += 1 + boundOf(element);
                }
                return bound;
            }
            case STRING -> {
                return boundOf(((JsonString) value).getString());
            }
            case NUMBER -> {
                return value.toString().length();
            }
            default -> {
                return "false".length();
            }
        }
    }

    private static long boundOf(String text) {
        // No character takes more than its escape, \u00e9.
        return 2 + 6L * text.length();
    }
}
