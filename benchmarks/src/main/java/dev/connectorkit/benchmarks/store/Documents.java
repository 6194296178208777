package dev.connectorkit.benchmarks.store;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a source stores before and after a run that changes one key in a hundred, and at least one. Of ten changed keys
 * eight have another value afterwards, one is new, and one is gone.
 *
 * @param before the stored values at first
 * @param after the stored values at last
 * @param changed the keys that differ
 */
record Documents(JsonObject before, JsonObject after, List<String> changed) {

    static Documents of(int keys) {
        var random = new Random(keys);
        var before = Json.object();
        var after = Json.object();
        var changed = new ArrayList<String>();
        for (int number = 0; number < keys; number++) {
            var key = "key-" + number;
            var value = value(random, number);
            if (number % 100 != (keys < 100 ? keys / 2 : changedOf(number / 100))) {
                before.add(key, value);
                after.add(key, value);
                continue;
            }
            var kind = changed.size() % 10;
            if (kind != 8) {
                before.add(key, value);
            }
            if (kind != 9) {
                after.add(key, value(random, number));
            }
            changed.add(key);
        }
        return new Documents(before.build(), after.build(), List.copyOf(changed));
    }

    /** Returns which key of a hundred changes: one of another kind of value each time. */
    private static int changedOf(int hundred) {
        return 50 + hundred % 4;
    }

    /** Returns what connectors store: times, cursors, counters, and now and then a small table. */
    private static JsonValue value(Random random, int number) {
        return switch (number % 4) {
            case 0 -> Json.text("2024-01-15T10:%02d:%02dZ".formatted(random.nextInt(60), random.nextInt(60)));
            case 1 -> Json.text("cursor-" + Long.toHexString(random.nextLong()));
            case 2 -> Json.provider().createValue(random.nextInt(1_000_000));
            default ->
                Json.object()
                        .add("page", random.nextInt(1_000))
                        .add("total", random.nextInt(1_000))
                        .add("groups", Json.array().add("staff").add("group-" + random.nextInt(100)))
                        .build();
        };
    }

    /** Returns {@code stored} as it stands in a configuration. */
    static JsonObject config(JsonObject stored) {
        return Json.object().add("connectorAttributes", stored).build();
    }
}
