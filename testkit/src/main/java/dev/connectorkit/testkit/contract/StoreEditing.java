package dev.connectorkit.testkit.contract;

import dev.connectorkit.testkit.jqwik.StoreCommand;
import dev.connectorkit.testkit.jqwik.StoreCommand.Delete;
import dev.connectorkit.testkit.jqwik.StoreCommand.Put;
import dev.connectorkit.testkit.jqwik.StoreCommand.PutSame;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sets and deletes of a run with their values looked up, so that they can be reordered and repeated. */
record StoreEditing(List<Edit> edits) {

    /** One set, or, without a value, one delete. */
    record Edit(String key, @Nullable JsonValue value, boolean isRespelled) {
        void applyTo(StoreUnderTest store) {
            if (value == null) {
                store.delete(key);
            } else {
                store.set(key, isRespelled ? PlainJson.respelled(value) : PlainJson.of(value));
            }
        }
    }

    static StoreEditing of(StoreRun run) {
        var edits = new ArrayList<Edit>();
        Map<String, JsonValue> current = new HashMap<>(run.initial());
        for (var command : run.commands()) {
            var edit = edit(command, run, current);
            edits.add(edit);
            if (edit.value() == null) {
                current.remove(edit.key());
            } else {
                current.put(edit.key(), edit.value());
            }
        }
        return new StoreEditing(edits);
    }

    private static Edit edit(StoreCommand command, StoreRun run, Map<String, JsonValue> current) {
        if (command instanceof Put put) {
            return new Edit(run.keys().get(put.key()), run.values().get(put.value()), false);
        } else if (command instanceof PutSame put) {
            var key = run.keys().get(put.key());
            return new Edit(key, current.getOrDefault(key, JsonValue.TRUE), true);
        } else if (command instanceof Delete delete) {
            return new Edit(run.keys().get(delete.key()), null, false);
        }
        throw new IllegalArgumentException("no set and no delete: " + command);
    }

    /** Returns the same edits in another order across keys, while those of one key stay in theirs. */
    StoreEditing regrouped() {
        var byKey = new TreeMap<String, List<Edit>>();
        edits.forEach(edit ->
                byKey.computeIfAbsent(edit.key(), key -> new ArrayList<>()).add(edit));
        return new StoreEditing(
                byKey.descendingMap().values().stream().flatMap(List::stream).toList());
    }

    void applyTo(StoreUnderTest store) {
        edits.forEach(edit -> edit.applyTo(store));
    }

    /** Returns a patch's operations by path, so that their order does not matter. */
    static Map<String, JsonObject> byPath(JsonArray patch) {
        var operations = new TreeMap<String, JsonObject>();
        for (var operation : patch.getValuesAs(JsonObject.class)) {
            operations.put(operation.getString("path", ""), operation);
        }
        return operations;
    }
}
