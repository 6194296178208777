package dev.connectorkit.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that accept, refuse, keep or count wrongly. */
final class LimitFaults {
    private LimitFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "sends whatever its size",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void requireSendable(List<Map<String, @Nullable Object>> patch) {}
                        }),
                StoreFault.of(
                        "counts letters instead of bytes",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                return patch.toString().length();
                            }
                        }),
                StoreFault.of(
                        "counts each operation alone",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                return patch.stream()
                                        .mapToInt(operation -> super.size(List.of(operation)))
                                        .max()
                                        .orElse(0);
                            }
                        }),
                StoreFault.of(
                        "refuses far below the limit",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                return 2 * super.size(patch);
                            }
                        }),
                StoreFault.of(
                        "drops what is too large",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void requireSendable(List<Map<String, @Nullable Object>> patch) {
                                try {
                                    super.requireSendable(patch);
                                } catch (IllegalStateException e) {
                                    buffer.clear();
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "does not say that it was too large",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void flush() {
                                try {
                                    super.flush();
                                } catch (IllegalStateException e) {
                                    return;
                                }
                            }
                        }),
                StoreFault.of(
                        "checks the size after sending",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                super.send(patch);
                                super.requireSendable(patch);
                            }

                            @Override
                            void requireSendable(List<Map<String, @Nullable Object>> patch) {}
                        }),
                StoreFault.of(
                        "takes NaN for null",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                super.set(key, value instanceof Double number && number.isNaN() ? null : value);
                            }
                        }),
                StoreFault.of(
                        "takes infinity for text",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                super.set(
                                        key,
                                        value instanceof Double number && number.isInfinite() ? "Infinity" : value);
                            }
                        }),
                StoreFault.of(
                        "makes text of keys that are none",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                Map<String, @Nullable Object> named = new LinkedHashMap<>();
                                if (value instanceof Map<?, ?> map) {
                                    map.forEach((name, member) -> named.put(String.valueOf(name), member));
                                }
                                super.set(key, value instanceof Map ? named : value);
                            }
                        }),
                StoreFault.of(
                        "takes an object for an empty one",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                super.set(key, value != null && value.getClass() == Object.class ? Map.of() : value);
                            }
                        }),
                StoreFault.of(
                        "refuses without the key",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                try {
                                    return taken(value);
                                } catch (RuntimeException e) {
                                    throw new IllegalArgumentException("no JSON");
                                }
                            }
                        }),
                StoreFault.of(
                        "refuses silently",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                try {
                                    super.set(key, value);
                                } catch (IllegalArgumentException e) {
                                    return;
                                }
                            }
                        }),
                StoreFault.of(
                        "refuses too late",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                buffer.put(key, true);
                                try {
                                    super.set(key, value);
                                } catch (IllegalArgumentException e) {
                                    buffer.put(key, REMOVED);
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "checks the outermost level only",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                return ((value instanceof Map<?, ?> map && map.containsKey("a"))
                                                || (value instanceof List<?> list && list.contains(1)))
                                        ? Map.of()
                                        : super.accepted(key, value);
                            }
                        }),
                StoreFault.of(
                        "refuses null",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                super.set(key, Objects.requireNonNull(value));
                            }
                        }),
                StoreFault.of(
                        "keeps numbers as doubles",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                return value instanceof Number number && Double.isFinite(number.doubleValue())
                                        ? (Object) number.doubleValue()
                                        : super.accepted(key, value);
                            }
                        }),
                StoreFault.of(
                        "keeps four levels",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                return EqualityFaults.cut(super.accepted(key, value), 4);
                            }
                        }),
                StoreFault.of(
                        "strips text",
                        StoreFault.HOSTILE_NAMES,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                var accepted = super.accepted(key, value);
                                return accepted instanceof String text ? text.strip() : accepted;
                            }
                        }),
                StoreFault.of(
                        "cuts text at its first zero",
                        StoreFault.HOSTILE_NAMES,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                var accepted = super.accepted(key, value);
                                return accepted instanceof String text && text.indexOf(0) >= 0
                                        ? text.substring(0, text.indexOf(0))
                                        : accepted;
                            }
                        }),
                StoreFault.of(
                        "keeps nothing of empty containers",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                var accepted = super.accepted(key, value);
                                return List.of().equals(accepted) || Map.of().equals(accepted) ? null : accepted;
                            }
                        }),
                StoreFault.of(
                        "adds up what is written twice",
                        StoreFault.LAST_WRITE,
                        Set.of(StoreProperty.LAST_WRITE_WINS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(
                                        key,
                                        buffer.get(key) instanceof String old && value instanceof String now
                                                ? old + now
                                                : value);
                            }
                        }),
                StoreFault.of(
                        "sends the keys up to the last deleted one only",
                        StoreFault.REORDERING,
                        Set.of(StoreProperty.COMMUTATIVITY),
                        invocation -> new PlainStore(invocation) {
                            private String last = "";

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                last = key;
                                super.buffered(key, value);
                            }

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                patch.removeIf(
                                        operation -> pointer(last).equals(operation.get("path")) && patch.size() > 1);
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "sends once more what it sent",
                        StoreFault.REPEATING,
                        Set.of(StoreProperty.IDEMPOTENCE),
                        invocation -> new PlainStore(invocation) {
                            private List<Map<String, @Nullable Object>> sent = List.of();

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                return patch.isEmpty() ? sent : patch;
                            }

                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                super.send(patch);
                                sent = patch.stream()
                                        .filter(operation -> !"remove".equals(operation.get("op")))
                                        .toList();
                            }
                        }),
                StoreFault.of(
                        "forgets removals that stand beside other changes",
                        StoreFault.GROUPING,
                        Set.of(StoreProperty.GROUPING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (patch.size() > 1) {
                                    patch.removeIf(operation -> "remove".equals(operation.get("op")));
                                }
                                return patch;
                            }
                        }));
    }
}
