package dev.connectorkit.testkit.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stores that are right up to some size, number or depth, and wrong beyond. */
final class BoundaryFaults {
    private BoundaryFaults() {}

    static List<StoreFault> all() {
        return List.of(
                ValueFaults.keeping(
                        "keeps thirty-four digits", StoreFault.LOOKALIKES, BoundaryFaults::toThirtyFourDigits),
                EqualityFaults.comparing(
                        "compares thirty-four digits", StoreFault.LOOKALIKES, BoundaryFaults::toThirtyFourDigits),
                StoreFault.of(
                        "keeps sixty levels",
                        StoreFault.LARGE,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                return EqualityFaults.cut(super.accepted(key, value), 60);
                            }
                        }),
                StoreFault.of(
                        "looks sixty levels deep",
                        StoreFault.LARGE,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return super.same(EqualityFaults.cut(one, 60), EqualityFaults.cut(other, 60));
                            }
                        }),
                EqualityFaults.comparing(
                        "compares as much text as a short counts",
                        StoreFault.LARGE,
                        value -> value instanceof String text && text.length() > Short.MAX_VALUE
                                ? text.substring(0, Short.MAX_VALUE)
                                : value),
                ValueFaults.keeping(
                        "keeps four thousand elements",
                        StoreFault.LARGE,
                        value -> value instanceof List<?> list && list.size() > 4_000 ? list.subList(0, 4_000) : value),
                StoreFault.of(
                        "reads a hundred stored keys",
                        StoreFault.MANY,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> copyOfAttributes(Map<String, ?> config) {
                                return shortened(super.copyOfAttributes(config), 100);
                            }
                        }),
                StoreFault.of(
                        "reads a hundred stored keys at a reload",
                        StoreFault.MANY,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                super.reload();
                                baseline = shortened(baseline, 100);
                            }
                        }),
                StoreFault.of(
                        "holds three hundred changes",
                        StoreFault.MANY,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(key, value);
                                shortened(buffer, 300);
                            }
                        }),
                counting("counts no removals", operation -> !"remove".equals(operation.get("op"))),
                counting("counts no replacements", operation -> !"replace".equals(operation.get("op"))),
                counting("counts nothing inside of lists", operation -> !(operation.get("value") instanceof List)),
                StoreFault.of(
                        "counts letters of keys instead of bytes",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            int size(List<Map<String, @Nullable Object>> patch) {
                                var excess = 0;
                                for (var operation : patch) {
                                    var path = String.valueOf(operation.get("path"));
                                    excess += path.getBytes(StandardCharsets.UTF_8).length - path.length();
                                }
                                return super.size(patch) - excess;
                            }
                        }),
                StoreFault.of(
                        "refuses what is too large once",
                        StoreFault.LIMIT,
                        Set.of(StoreProperty.MESSAGE_LIMIT),
                        invocation -> new PlainStore(invocation) {
                            private boolean hasRefused;

                            @Override
                            void requireSendable(List<Map<String, @Nullable Object>> patch) {
                                if (!hasRefused) {
                                    hasRefused = true;
                                    super.requireSendable(patch);
                                }
                            }
                        }));
    }

    private static @Nullable Object toThirtyFourDigits(@Nullable Object value) {
        return value instanceof BigDecimal || value instanceof BigInteger
                ? new BigDecimal(value.toString()).round(MathContext.DECIMAL128)
                : value;
    }

    private static Map<String, @Nullable Object> shortened(Map<String, @Nullable Object> map, int size) {
        while (map.size() > size) {
            map.remove(map.keySet().iterator().next());
        }
        return map;
    }

    private static StoreFault counting(String name, Predicate<Map<String, @Nullable Object>> isCounted) {
        return StoreFault.of(
                name, StoreFault.LIMIT, Set.of(StoreProperty.MESSAGE_LIMIT), invocation -> new PlainStore(invocation) {
                    @Override
                    int size(List<Map<String, @Nullable Object>> patch) {
                        return super.size(patch.stream().filter(isCounted).toList());
                    }
                });
    }
}
