package dev.connectorkit.testkit.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that say the right thing wrongly: pointers, operations, patches. */
final class OperationFaults {
    private OperationFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "escapes nothing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key;
                            }
                        }),
                StoreFault.of(
                        "escapes no slash",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("~", "~0");
                            }
                        }),
                StoreFault.of(
                        "escapes no tilde",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("/", "~1");
                            }
                        }),
                StoreFault.of(
                        "escapes the slash first",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("/", "~1").replace("~", "~0");
                            }
                        }),
                StoreFault.of(
                        "escapes one slash",
                        StoreFault.HOSTILE_NAMES,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replaceFirst("~", "~0").replaceFirst("/", "~1");
                            }
                        }),
                StoreFault.of(
                        "escapes for URLs",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return URLEncoder.encode(key, StandardCharsets.UTF_8);
                            }
                        }),
                StoreFault.of(
                        "takes a dot for a path",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key).replace(".", "/");
                            }
                        }),
                StoreFault.of(
                        "takes a slash for a dot",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("~", "~0").replace("/", ".");
                            }
                        }),
                StoreFault.of(
                        "strips the key",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key.strip());
                            }
                        }),
                StoreFault.of(
                        "writes keys in lower case",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key.toLowerCase(Locale.ROOT));
                            }
                        }),
                StoreFault.of(
                        "keeps ASCII only",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key.replaceAll("[^ -~]", ""));
                            }
                        }),
                StoreFault.of(
                        "escapes quotes as JSON does",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key).replace("\\", "\\\\").replace("\"", "\\\"");
                            }
                        }),
                StoreFault.of(
                        "points at all attributes for the empty key",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String pointer(String key) {
                                return key.isEmpty() ? "/connectorAttributes" : super.pointer(key);
                            }
                        }),
                StoreFault.of(
                        "points to the root of the document",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String pointer(String key) {
                                return "/" + escaped(key);
                            }
                        }),
                StoreFault.of(
                        "points without a slash in front",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String pointer(String key) {
                                return super.pointer(key).substring(1);
                            }
                        }),
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
                        }));
    }
}
