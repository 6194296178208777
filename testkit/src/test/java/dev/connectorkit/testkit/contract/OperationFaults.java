package dev.connectorkit.testkit.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that say the right thing with the wrong operations. */
final class OperationFaults {
    private OperationFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "always adds",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String op(String key, @Nullable Object value) {
                                return value == REMOVED ? "remove" : "add";
                            }
                        }),
                StoreFault.of(
                        "always replaces",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String op(String key, @Nullable Object value) {
                                return value == REMOVED ? "remove" : "replace";
                            }
                        }),
                StoreFault.of(
                        "adds what is null so far",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String op(String key, @Nullable Object value) {
                                return value != REMOVED && baseline.get(key) == null ? "add" : super.op(key, value);
                            }
                        }),
                StoreFault.of(
                        "replaces by null instead of removing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                if (value == REMOVED) {
                                    operation.put("op", "replace");
                                    operation.put("value", null);
                                }
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "removes with a value",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                operation.putIfAbsent("value", null);
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "leaves a value out that is null",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                operation.values().removeIf(Objects::isNull);
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "writes numbers as text",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                operation.computeIfPresent(
                                        "value", (name, old) -> old instanceof Number ? old.toString() : old);
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "writes operations in upper case",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String op(String key, @Nullable Object value) {
                                return super.op(key, value).toUpperCase(Locale.ROOT);
                            }
                        }),
                StoreFault.of(
                        "removes and adds instead of replacing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                List<Map<String, @Nullable Object>> patch = new ArrayList<>();
                                for (var operation : super.patch()) {
                                    if ("replace".equals(operation.get("op"))) {
                                        patch.add(Map.of("op", "remove", "path", operation.get("path")));
                                        operation.put("op", "add");
                                    }
                                    patch.add(operation);
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "says everything twice",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                patch.addAll(super.patch());
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "tests before it changes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION, StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                for (int i = patch.size() - 1; i >= 0; i--) {
                                    if ("replace".equals(patch.get(i).get("op"))) {
                                        patch.add(
                                                i,
                                                Map.of(
                                                        "op",
                                                        "test",
                                                        "path",
                                                        patch.get(i).get("path"),
                                                        "value",
                                                        1));
                                    }
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "replaces all attributes at once",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (patch.isEmpty()) {
                                    return patch;
                                }
                                Map<String, @Nullable Object> all = new LinkedHashMap<>(baseline);
                                buffer.forEach((key, value) -> {
                                    if (value == REMOVED) {
                                        all.remove(key);
                                    } else {
                                        all.put(key, value);
                                    }
                                });
                                return List.of(Map.of("op", "replace", "path", "/connectorAttributes", "value", all));
                            }
                        }),
                StoreFault.of(
                        "adds the attributes where the config shows none",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            private final boolean isShown = invocation.config().containsKey("connectorAttributes");

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (!isShown && !patch.isEmpty()) {
                                    patch.add(
                                            0, Map.of("op", "add", "path", "/connectorAttributes", "value", Map.of()));
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "removes nothing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                patch.removeIf(operation -> "remove".equals(operation.get("op")));
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "sends two operations at most",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                return patch.subList(0, Math.min(2, patch.size()));
                            }
                        }),
                StoreFault.of(
                        "sends everything it holds",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean isNeeded(String key) {
                                return true;
                            }

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (!patch.isEmpty()) {
                                    baseline.forEach((key, value) -> {
                                        if (!buffer.containsKey(key)) {
                                            patch.add(operation(key, value));
                                        }
                                    });
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "changes a neighbour, too",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (!patch.isEmpty() && baseline.containsKey("kept by nobody")) {
                                    patch.add(operation("kept by nobody", Map.of("touched", patch.size())));
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "removes and adds where the kind of value changes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                List<Map<String, @Nullable Object>> patch = new ArrayList<>();
                                buffer.forEach((key, value) -> {
                                    var isOther = value != REMOVED
                                            && baseline.containsKey(key)
                                            && value instanceof Map != baseline.get(key) instanceof Map;
                                    if (isNeeded(key) && isOther) {
                                        patch.add(operation(key, REMOVED));
                                        patch.add(new LinkedHashMap<>(
                                                Map.of("op", "add", "path", pointer(key), "value", List.of())));
                                        patch.get(patch.size() - 1).put("value", given(value));
                                    } else if (isNeeded(key)) {
                                        patch.add(operation(key, value));
                                    }
                                });
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "copies what is stored elsewhere",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                for (var other : baseline.keySet()) {
                                    if (value != REMOVED && isStored(other, value) && !buffer.containsKey(other)) {
                                        operation.put("op", "copy");
                                        operation.put("from", pointer(other));
                                        operation.remove("value");
                                    }
                                }
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "adds the attributes anew where none is stored",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (baseline.isEmpty() && !patch.isEmpty()) {
                                    patch.add(
                                            0, Map.of("op", "add", "path", "/connectorAttributes", "value", Map.of()));
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "notes when it was flushed",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (!patch.isEmpty()) {
                                    patch.add(operation("_flushed", "2024-01-15T10:30:00Z"));
                                }
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "leaves the path out of a removal's beginning",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                if (value == REMOVED) {
                                    operation.put("path", "/" + escaped(key));
                                }
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "adds what was deleted before",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RIGHT_OPERATION),
                        invocation -> new PlainStore(invocation) {
                            private final Set<String> deleted = new HashSet<>();

                            @Override
                            public void delete(String key) {
                                deleted.add(key);
                                super.delete(key);
                            }

                            @Override
                            String op(String key, @Nullable Object value) {
                                return value != REMOVED && deleted.contains(key) ? "add" : super.op(key, value);
                            }
                        }));
    }
}
