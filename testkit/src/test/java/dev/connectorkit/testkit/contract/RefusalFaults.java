package dev.connectorkit.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that accept what is no JSON, or refuse it wrongly. */
final class RefusalFaults {
    private RefusalFaults() {}

    static List<StoreFault> all() {
        return List.of(
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
                        "notices a circle when it sends",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                try {
                                    return super.accepted(key, value);
                                } catch (IllegalArgumentException e) {
                                    if (value instanceof List || value instanceof Map) {
                                        return value;
                                    }
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "looks three levels deep for numbers that are none",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                try {
                                    return super.accepted(key, value);
                                } catch (IllegalArgumentException e) {
                                    return super.accepted(key, EqualityFaults.cut(value, 3));
                                }
                            }
                        }),
                StoreFault.of(
                        "takes a name that is null for text",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                return value instanceof Map<?, ?> map && map.containsKey(null)
                                        ? Map.of("null", "")
                                        : super.accepted(key, value);
                            }
                        }),
                StoreFault.of(
                        "takes what it does not know for its text",
                        StoreFault.REFUSAL,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                return value != null && value.getClass() == Object.class
                                        ? value.toString()
                                        : super.accepted(key, value);
                            }
                        }));
    }
}
