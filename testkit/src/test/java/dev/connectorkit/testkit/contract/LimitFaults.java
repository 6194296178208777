package dev.connectorkit.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that count wrongly what a message takes. */
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
                        "counts text without its escapes",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                return super.size(patch)
                                        - patch.stream()
                                                .mapToInt(operation -> String.valueOf(operation.get("value"))
                                                        .replaceAll("[^\"]", "")
                                                        .length())
                                                .sum();
                            }
                        }),
                StoreFault.of(
                        "counts values and not their keys",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                int sum = 0;
                                for (Map<String, @Nullable Object> operation : patch) {
                                    Map<String, @Nullable Object> asText = new LinkedHashMap<>();
                                    asText.put("value", text(operation));
                                    sum += super.size(List.of(asText));
                                }
                                return sum;
                            }

                            private Object text(Map<String, @Nullable Object> operation) {
                                var value = operation.get("value");
                                return value == null ? "" : value;
                            }
                        }),
                StoreFault.of(
                        "counts what is stored, too",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                return super.size(patch) + super.size(List.of(baseline));
                            }
                        }),
                StoreFault.of(
                        "refuses everything after it refused once",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT, StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            private boolean refused;

                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                refused |= super.size(patch) > 256 * 1024 - 100;
                                return refused ? Integer.MAX_VALUE : super.size(patch);
                            }
                        }));
    }
}
