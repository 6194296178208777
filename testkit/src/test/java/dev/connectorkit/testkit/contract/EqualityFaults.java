package dev.connectorkit.testkit.contract;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores that take different values for the same, or equal ones for different. */
final class EqualityFaults {
    private EqualityFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "compares objects as text, in member order",
                        StoreFault.ROUND_TRIP,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return text(one).equals(text(other));
                            }
                        }),
                StoreFault.of(
                        "compares numbers by class, as Object.equals does",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING, StoreProperty.SOUNDNESS, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return Objects.equals(one, other);
                            }
                        }),
                comparing(
                        "compares numbers as doubles",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Number number ? (Object) number.doubleValue() : value),
                comparing(
                        "compares numbers as ints",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Number number ? (Object) number.intValue() : value),
                StoreFault.of(
                        "compares numbers by spelling",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING, StoreProperty.SOUNDNESS, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return !(one instanceof Number && other instanceof Number)
                                        ? super.same(one, other)
                                        : String.valueOf(one).equals(String.valueOf(other));
                            }
                        }),
                comparing(
                        "compares text without case",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value),
                comparing(
                        "compares text without spaces around it",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String text ? text.strip() : value),
                comparing(
                        "compares text in normal form",
                        StoreFault.LOOKALIKES,
                        value ->
                                value instanceof String text ? Normalizer.normalize(text, Normalizer.Form.NFC) : value),
                comparing(
                        "compares the first 255 letters",
                        StoreFault.LOOKALIKES,
                        value ->
                                value instanceof String text ? text.substring(0, Math.min(255, text.length())) : value),
                comparing(
                        "compares hashes",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof String ? value.hashCode() : value),
                comparing(
                        "takes text for what it spells",
                        StoreFault.LOOKALIKES,
                        value ->
                                value instanceof Map<?, ?> || value instanceof List<?> ? value : String.valueOf(value)),
                comparing(
                        "takes everything empty for null",
                        StoreFault.LOOKALIKES,
                        value -> value != null
                                        && List.of("", List.of(), Map.of(), false, 0)
                                                .contains(value)
                                ? null
                                : value),
                comparing(
                        "ignores the order of elements",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof List<?> list
                                ? Set.copyOf(list.stream().map(String::valueOf).toList())
                                : value),
                StoreFault.of(
                        "compares as many elements as there were",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return (one instanceof List<?> old
                                                && other instanceof List<?> now
                                                && now.size() > old.size())
                                        ? super.same(old, now.subList(0, old.size()))
                                        : super.same(one, other);
                            }
                        }),
                StoreFault.of(
                        "compares the members that there were",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return (one instanceof Map<?, ?> old && other instanceof Map<?, ?> now)
                                        ? old.entrySet().stream()
                                                .allMatch(member -> now.containsKey(member.getKey())
                                                        && super.same(member.getValue(), now.get(member.getKey())))
                                        : super.same(one, other);
                            }
                        }),
                comparing(
                        "takes a member that is null for none",
                        StoreFault.LOOKALIKES,
                        value -> value instanceof Map<?, ?> map ? withoutNulls(map) : value),
                StoreFault.of(
                        "compares containers by size",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return (one instanceof Map<?, ?> old && other instanceof Map<?, ?> now)
                                        ? old.size() == now.size()
                                        : super.same(one, other);
                            }
                        }),
                StoreFault.of(
                        "compares containers by identity",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING, StoreProperty.SOUNDNESS, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return (one instanceof Map || one instanceof List)
                                        ? one == other
                                        : super.same(one, other);
                            }
                        }),
                StoreFault.of(
                        "compares by identity",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING, StoreProperty.SOUNDNESS, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return one == other;
                            }
                        }),
                StoreFault.of(
                        "holds nothing to be equal",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING, StoreProperty.SOUNDNESS, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return false;
                            }
                        }),
                StoreFault.of(
                        "looks two levels deep",
                        StoreFault.NEAR_MISS,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean same(@Nullable Object one, @Nullable Object other) {
                                return super.same(cut(one, 2), cut(other, 2));
                            }
                        }),
                comparing(
                        "looks at three elements",
                        StoreFault.NEAR_MISS,
                        value -> value instanceof List<?> list ? list.subList(0, Math.min(3, list.size())) : value));
    }

    /** Compares what every part of both values is replaced by. */
    static StoreFault comparing(
            String name, String caughtBy, Function<@Nullable Object, @Nullable Object> replacement) {
        return StoreFault.of(
                name, caughtBy, Set.of(StoreProperty.COMPLETENESS), invocation -> new PlainStore(invocation) {
                    @Override
                    boolean same(@Nullable Object one, @Nullable Object other) {
                        return alike(one, other, replacement);
                    }
                });
    }

    private static String text(@Nullable Object value) {
        return PlainJson.toJson(value).toString();
    }

    /** Compares correctly after every part of both values was replaced. */
    private static boolean alike(
            @Nullable Object one, @Nullable Object other, Function<@Nullable Object, @Nullable Object> replacement) {
        return Objects.equals(replaced(canonical(one), replacement), replaced(canonical(other), replacement));
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        var stripped = new BigDecimal(number.toString()).stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() < 10
                ? (Object) stripped.intValueExact()
                : stripped;
    }

    static @Nullable Object replaced(@Nullable Object value, Function<@Nullable Object, @Nullable Object> replacement) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, replaced(canonical(member), replacement)));
            return replacement.apply(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(replaced(canonical(element), replacement)));
            return replacement.apply(copy);
        }
        return replacement.apply(value);
    }

    private static Map<Object, @Nullable Object> withoutNulls(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        copy.values().removeIf(Objects::isNull);
        return copy;
    }

    /** Returns as many levels of containers as {@code depth} says. */
    static @Nullable Object cut(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            if (depth > 0) {
                map.forEach((name, member) -> copy.put(name, cut(member, depth - 1)));
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            if (depth > 0) {
                list.forEach(element -> copy.add(cut(element, depth - 1)));
            }
            return copy;
        }
        return value;
    }
}
