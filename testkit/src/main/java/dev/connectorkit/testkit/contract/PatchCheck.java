package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.store.Layout;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the operations of one flush against what the model says must change. */
final class PatchCheck {
    /** What is wrong with a patch. */
    record Problem(StoreProperty property, String message) {}

    private final StoreModel model;
    private final Set<String> changes;
    private final String root;
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> touched = new HashSet<>();

    PatchCheck(StoreModel model, Layout layout, Collection<String> known) {
        this.model = model;
        this.changes = model.changes();
        this.root = layout == Layout.NESTED ? "/connectorAttributes" : "";
        known.forEach(key -> keys.put(pointer(key), key));
        changes.forEach(key -> keys.put(pointer(key), key));
    }

    private String pointer(String key) {
        return root + "/" + jakarta.json.Json.encodePointer(key);
    }

    /** Returns the first problem of {@code patch}, or null if it is just right. */
    @Nullable
    Problem problemOf(JsonArray patch) {
        for (int i = 0; i < patch.size(); i++) {
            var problem = problemOf(patch.get(i), "operation " + (i + 1));
            if (problem != null) {
                return problem;
            }
        }
        for (var key : changes) {
            if (!touched.contains(key)) {
                return new Problem(
                        StoreProperty.COMPLETENESS, "`%s` was changed, but no operation says so".formatted(key));
            }
        }
        return null;
    }

    private @Nullable Problem problemOf(JsonValue value, String name) {
        if (!(value instanceof JsonObject operation)
                || !(operation.get("op") instanceof JsonString op)
                || !(operation.get("path") instanceof JsonString path)) {
            return new Problem(StoreProperty.RIGHT_OPERATION, name + " lacks an op or a path");
        }
        var pointer = path.getString();
        if (pointer.equals(root) || pointer.isEmpty()) {
            return new Problem(StoreProperty.MINIMALITY, name + " points above the keys, at what holds all of them");
        }
        var key = keys.get(pointer);
        if (key == null) {
            return new Problem(
                    StoreProperty.POINTERS,
                    "%s points to %s, which is no key's pointer; expected one of %s"
                            .formatted(
                                    name,
                                    pointer,
                                    changes.stream().map(this::pointer).toList()));
        }
        return changes.contains(key)
                ? problemOf(operation, op.getString(), key, name)
                : needless(operation, op.getString(), key, name);
    }

    private Problem needless(JsonObject operation, String op, String key, String name) {
        var result = op.equals("remove") ? null : operation.get("value");
        return JsonEquality.equal(result, model.stored(key))
                ? new Problem(StoreProperty.SOUNDNESS, "%s has no effect: `%s` already is so".formatted(name, key))
                : new Problem(StoreProperty.FRAME, "%s changes `%s`, which nobody asked for".formatted(name, key));
    }

    private @Nullable Problem problemOf(JsonObject operation, String op, String key, String name) {
        if (!touched.add(key)) {
            return new Problem(StoreProperty.MINIMALITY, "%s is the second one for `%s`".formatted(name, key));
        }
        var wanted = model.get(key);
        var expected = wanted == null ? "remove" : model.stored(key) == null ? "add" : "replace";
        if (!op.equals(expected)) {
            return new Problem(
                    StoreProperty.RIGHT_OPERATION, "%s is %s, but `%s` takes %s".formatted(name, op, key, expected));
        }
        var value = operation.get("value");
        if ((value == null) != (wanted == null)) {
            return new Problem(
                    StoreProperty.RIGHT_OPERATION,
                    "%s, %s, %s".formatted(name, op, value == null ? "has no value" : "has a value"));
        }
        if (!JsonEquality.equal(value, wanted)) {
            return new Problem(
                    StoreProperty.COMPLETENESS,
                    "%s gives `%s` the value %s, but the store was told %s"
                            .formatted(name, key, text(value), text(wanted)));
        }
        return null;
    }

    static String text(@Nullable JsonValue value) {
        return value == null ? "nothing" : Json.toText(value);
    }
}
