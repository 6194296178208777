package dev.connectorkit.testkit.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores that compare too little of a value, or too closely. */
final class ComparisonFaults {
    private ComparisonFaults() {}

    static List<StoreFault> all() {
        return List.of(
                EqualityFaults.comparing(
                        "compares whole parts",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof BigDecimal number
                                ? number.setScale(0, RoundingMode.DOWN).intValue()
                                : value),
                EqualityFaults.comparing(
                        "compares absolute values",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Integer number ? Math.abs(number) : value),
                EqualityFaults.comparing(
                        "compares names of members without case",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map
                                ? renamed(map, name -> name.toLowerCase(Locale.ROOT))
                                : value),
                EqualityFaults.comparing(
                        "compares names of members without spaces",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map ? renamed(map, String::strip) : value),
                EqualityFaults.comparing(
                        "compares names of members only",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map ? map.keySet() : value),
                EqualityFaults.comparing(
                        "compares the ends of lists",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof List<?> list && list.size() > 2
                                ? Objects.hash(list.get(0), list.get(list.size() - 1))
                                : value),
                EqualityFaults.comparing(
                        "takes a list of one for its element",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof List<?> list && list.size() == 1 ? list.get(0) : value),
                EqualityFaults.comparing(
                        "takes an object with numbers for names for a list",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map && map.containsKey("0")
                                ? map.entrySet().stream()
                                        .sorted(Comparator.comparing(member -> String.valueOf(member.getKey())))
                                        .map(Map.Entry::getValue)
                                        .toList()
                                : value),
                EqualityFaults.comparing(
                        "compares text by its length",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? "x".repeat(text.length()) : value),
                EqualityFaults.comparing(
                        "compares text without the ends of its lines",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.replaceAll("\\R", "") : value),
                EqualityFaults.comparing(
                        "compares text without characters that have no width",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.replaceAll("\\p{Cf}", "") : value),
                EqualityFaults.comparing(
                        "compares text without control characters",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.replaceAll("\\p{Cntrl}", "") : value),
                EqualityFaults.comparing(
                        "compares the first halves of characters",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text
                                ? text.chars()
                                        .filter(unit -> !Character.isLowSurrogate((char) unit))
                                        .boxed()
                                        .toList()
                                        .toString()
                                : value),
                EqualityFaults.comparing(
                        "takes all kinds of white space for one",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.replaceAll("\\s+", " ") : value),
                EqualityFaults.comparing(
                        "compares text by what it stands for, ligatures and wide letters included",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                                ? Normalizer.normalize(text, Normalizer.Form.NFKC)
                                : value),
                EqualityFaults.comparing(
                        "compares text that is JSON without its spaces",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text && text.startsWith("{") ? text.replace(" ", "") : value),
                EqualityFaults.comparing(
                        "compares times by the second",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.replace(".000Z", "Z") : value),
                EqualityFaults.comparing(
                        "compares text that is a number as one",
                        StoreFault.LOOKALIKES,
                        value -> "1.0".equals(value) || "01".equals(value) ? "1" : value),
                EqualityFaults.comparing(
                        "compares booleans as numbers",
                        StoreFault.LOOKALIKES,
                        value -> Boolean.TRUE.equals(value) ? (Object) 1 : value),
                EqualityFaults.comparing(
                        "takes null for false", StoreFault.LOOKALIKES, value -> value == null ? false : value),
                EqualityFaults.comparing(
                        "looks ten levels deep", StoreFault.NEAR_MISS, value -> EqualityFaults.cut(value, 10)),
                EqualityFaults.comparing(
                        "compares a thousand elements",
                        StoreFault.LARGE,
                        value -> value instanceof List<?> list ? list.subList(0, Math.min(1_000, list.size())) : value),
                EqualityFaults.comparing(
                        "compares a thousand members",
                        StoreFault.LARGE,
                        value -> value instanceof Map<?, ?> map
                                ? map.keySet().stream()
                                        .map(name -> name + "=" + map.get(name))
                                        .sorted()
                                        .limit(1_000)
                                        .toList()
                                : value),
                EqualityFaults.comparing(
                        "compares a thousand letters",
                        StoreFault.LARGE,
                        value -> value instanceof String text
                                ? text.substring(0, Math.min(1_000, text.length()))
                                : value),
                judging(
                        "takes numbers that are nearly equal for equal",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.COMPLETENESS),
                        (one, other) -> one instanceof Number left
                                && other instanceof Number right
                                && Math.abs(left.doubleValue() - right.doubleValue()) < 1e-9),
                judging(
                        "takes any two lists of a length for equal",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.COMPLETENESS),
                        (one, other) -> one instanceof List<?> left
                                && other instanceof List<?> right
                                && left.size() == right.size()),
                judging(
                        "takes values with the same hash for equal",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.COMPLETENESS),
                        (one, other) -> Objects.hashCode(one) == Objects.hashCode(other)),
                StoreFault.of(
                        "takes minus zero for another number",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object taken(@Nullable Object value) {
                                return value instanceof Double number && number == 0 ? number : super.taken(value);
                            }

                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return !(Objects.equals(one, -0.0) ^ Objects.equals(other, -0.0))
                                        && super.same(one, other);
                            }
                        }),
                StoreFault.of(
                        "compares numbers inside of values by spelling",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return (one instanceof Map || one instanceof List)
                                        ? Objects.equals(one, other)
                                        : super.same(one, other);
                            }
                        }),
                StoreFault.of(
                        "compares the members of objects in their order",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return super.same(one, other)
                                        && (!(one instanceof Map<?, ?> left && other instanceof Map<?, ?> right)
                                                || List.copyOf(left.keySet()).equals(List.copyOf(right.keySet())));
                            }
                        }),
                StoreFault.of(
                        "takes null for what is not there",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean isStored(String key, @Nullable Object value) {
                                return (value == null && !baseline.containsKey(key)) || super.isStored(key, value);
                            }
                        }),
                StoreFault.of(
                        "takes what is null for gone already",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean isStored(String key, @Nullable Object value) {
                                return (value == REMOVED && baseline.get(key) == null) || super.isStored(key, value);
                            }
                        }));
    }

    /** Takes for equal what is so, and what {@code alike} holds for. */
    private static StoreFault judging(
            String name,
            String caughtBy,
            Set<StoreProperty> broken,
            BiPredicate<@Nullable Object, @Nullable Object> alike) {
        return StoreFault.of(name, caughtBy, broken, invocation -> new PlainStore(invocation) {
            @Override
            boolean same(@Nullable Object one, @Nullable Object other) {
                return alike.test(one, other) || super.same(one, other);
            }
        });
    }

    private static Map<Object, @Nullable Object> renamed(Map<?, ?> map, Function<String, String> renaming) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put(renaming.apply(String.valueOf(name)), member));
        return copy;
    }
}
