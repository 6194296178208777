package dev.connectorkit.testkit.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that keep another value than they were told. */
final class ValueFaults {
    private ValueFaults() {}

    static List<StoreFault> all() {
        return List.of(
                keeping(
                        "drops members that are null",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map ? without(map, null) : value),
                keeping(
                        "drops elements that are null",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof List<?> list
                                ? list.stream().filter(Objects::nonNull).toList()
                                : value),
                keeping(
                        "keeps each element once",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof List<?> list ? new ArrayList<>(new LinkedHashSet<>(list)) : value),
                keeping(
                        "keeps two digits after the point",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof BigDecimal number && number.scale() > 2
                                ? number.setScale(2, RoundingMode.HALF_UP)
                                : value),
                keeping(
                        "keeps whole numbers only",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof BigDecimal number ? number.toBigInteger() : value),
                keeping(
                        "keeps longs only",
                        StoreFault.ROUND_TRIP,
                        value -> value instanceof BigInteger number ? number.longValue() : value),
                keeping(
                        "keeps numbers with an exponent as text",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof BigDecimal number
                                        && number.toString().contains("E")
                                ? number.toString()
                                : value),
                keeping(
                        "cuts long text",
                        StoreFault.LARGE,
                        value -> value instanceof String text && text.length() > 4_000
                                ? text.substring(0, 4_000)
                                : value),
                keeping(
                        "keeps a thousand elements",
                        StoreFault.LARGE,
                        value -> value instanceof List<?> list && list.size() > 1_000
                                ? List.copyOf(list.subList(0, 1_000))
                                : value),
                keeping(
                        "keeps an object with numbers for names as a list",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map && map.containsKey("0")
                                ? new ArrayList<>(map.values())
                                : value),
                keeping(
                        "drops members that objects inherit",
                        StoreFault.HOSTILE_NAMES,
                        value -> value instanceof Map<?, ?> map ? without(map, "__proto__") : value),
                keeping(
                        "takes the names of members without case",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map ? withoutCase(map) : value),
                keeping(
                        "takes text that is a number for one",
                        StoreFault.LOOKALIKES,
                        value -> "1".equals(value) ? (Object) 1 : value),
                keeping(
                        "takes text that is a boolean for one",
                        StoreFault.LOOKALIKES,
                        value -> "true".equals(value) ? (Object) true : value),
                keeping(
                        "takes times in another form",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.replace(".000Z", "Z") : value),
                keeping(
                        "ends lines in its own way",
                        StoreFault.HOSTILE_NAMES,
                        value -> value instanceof String text ? text.replace("\n", "\r\n") : value),
                keeping(
                        "keeps the plane that fits into two bytes",
                        StoreFault.HOSTILE_NAMES,
                        value -> value instanceof String text ? text.replaceAll("[^\\x{0}-\\x{ffff}]", "?") : value),
                StoreFault.of(
                        "takes what is empty for a removal",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                if (Boolean.FALSE.equals(value) || "".equals(value)) {
                                    delete(key);
                                } else {
                                    super.set(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "sorts the objects it is told",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                if (value instanceof Map<?, ?> map) {
                                    sort(map);
                                }
                                return super.accepted(key, value);
                            }
                        }),
                StoreFault.of(
                        "marks the objects it is told",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                var accepted = super.accepted(key, value);
                                if (value instanceof Map<?, ?> map) {
                                    mark(map);
                                }
                                return accepted;
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
                        }));
    }

    /** Replaces what it is told, and every part of it. */
    static StoreFault keeping(String name, String caughtBy, UnaryOperator<@Nullable Object> replacement) {
        return StoreFault.of(name, caughtBy, Set.of(StoreProperty.JSON_ONLY), invocation -> new PlainStore(invocation) {
            @Override
            @Nullable
            Object accepted(String key, @Nullable Object value) {
                return EqualityFaults.replaced(super.accepted(key, value), replacement);
            }
        });
    }

    private static Map<Object, @Nullable Object> without(Map<?, ?> map, @Nullable String unwanted) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        if (unwanted == null) {
            copy.values().removeIf(Objects::isNull);
        } else {
            copy.remove(unwanted);
        }
        return copy;
    }

    private static Map<Object, @Nullable Object> withoutCase(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put(String.valueOf(name).toLowerCase(Locale.ROOT), member));
        return copy;
    }

    @SuppressWarnings("unchecked") // The values of the suite are JSON: their keys are text.
    private static void sort(Map<?, ?> map) {
        var sorted = new TreeMap<Object, Object>(map);
        map.clear();
        ((Map<Object, Object>) map).putAll(sorted);
    }

    @SuppressWarnings("unchecked") // The values of the suite are JSON: their keys are text.
    private static void mark(Map<?, ?> map) {
        ((Map<Object, Object>) map).put("stored", true);
    }
}
