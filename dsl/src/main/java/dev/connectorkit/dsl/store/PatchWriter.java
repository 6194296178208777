package dev.connectorkit.dsl.store;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the one patch of a flush and weighs it before anything is sent. */
final class PatchWriter {
    /** What the platform takes in one message, counted over the whole line. */
    static final int MAX_MESSAGE_BYTES = 256 * 1024;

    private static final int ENVELOPE_BYTES =
            "{\"type\":\"config\",\"data\":}\n".getBytes(StandardCharsets.UTF_8).length;

    // All of an operation but its path and value, with the comma behind it, and the brackets around them all.
    private static final int OPERATION_BYTES =
            "[{\"op\":\"replace\",\"path\":,\"value\":},]".getBytes(StandardCharsets.UTF_8).length;

    private static final JsonString ADD = Json.text("add");
    private static final JsonString REPLACE = Json.text("replace");
    private static final JsonString REMOVE = Json.text("remove");

    private PatchWriter() {}

    static JsonPatch write(Map<String, DataStore.Change> buffer, Baseline baseline, Layout layout) {
        var operations = Json.array();
        var bound = 0L;
        for (var entry : buffer.entrySet()) {
            var change = entry.getValue();
            if (change.isNeeded) {
                var path = layout.pointerTo(entry.getKey());
                operations.add(operation(entry.getKey(), path, change.value, baseline));
                bound += OPERATION_BYTES + boundOf(path) + (change.value == null ? 0 : boundOf(change.value));
            }
        }
        var patch = operations.build();
        if (bound > MAX_MESSAGE_BYTES - ENVELOPE_BYTES) {
            requireSendable(patch);
        }
        return Json.provider().createPatch(patch);
    }

    private static JsonObject operation(String key, String path, @Nullable JsonValue value, Baseline baseline) {
        var operation = Json.object();
        if (value == null) {
            return operation.add("op", REMOVE).add("path", path).build();
        }
        return operation
                .add("op", baseline.get(key) == null ? ADD : REPLACE)
                .add("path", path)
                .add("value", value)
                .build();
    }

    private static void requireSendable(JsonArray patch) {
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
                return boundOf((JsonNumber) value);
            }
            default -> {
                return "false".length();
            }
        }
    }

    private static long boundOf(JsonNumber number) {
        // Sign, point, exponent, and the few zeros that go without one, take less than the rest.
        return number.bigDecimalValue().precision() + 40L;
    }

    private static long boundOf(String text) {
        // No character takes more than its escape, \u00e9.
        return 2 + 6L * text.length();
    }
}
