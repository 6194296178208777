package dev.connectorkit.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that lose, keep or show changes when they should not: reads, sets, deletes. */
final class BufferFaults {
    private BufferFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "reads past the buffer",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                return baseline.containsKey(key) ? given(baseline.get(key)) : ABSENT;
                            }
                        }),
                StoreFault.of(
                        "still reads what was deleted",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                return buffer.get(key) == REMOVED && baseline.containsKey(key)
                                        ? given(baseline.get(key))
                                        : super.get(key);
                            }
                        }),
                StoreFault.of(
                        "reads the root of the config",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> attributesOf(Map<String, ?> config) {
                                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                                config.forEach(copy::put);
                                return copy;
                            }
                        }),
                StoreFault.of(
                        "reads inherited members",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                var value = super.get(key);
                                return value == ABSENT
                                                && Set.of("toString", "__proto__", "constructor", "hasOwnProperty")
                                                        .contains(key)
                                        ? Map.of()
                                        : value;
                            }
                        }),
                StoreFault.of(
                        "dies of a key that objects inherit",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                if (key.equals("__proto__") || key.equals("hasOwnProperty")) {
                                    throw new IllegalStateException("not a function");
                                }
                                super.set(key, value);
                            }
                        }),
                StoreFault.of(
                        "reads null as nothing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                var value = super.get(key);
                                return value == null ? ABSENT : value;
                            }
                        }),
                StoreFault.of(
                        "reads false as nothing",
                        StoreFault.LOOKALIKES,
                        Set.of(StoreProperty.JSON_ONLY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                var value = super.get(key);
                                return Boolean.FALSE.equals(value) || "".equals(value) ? ABSENT : value;
                            }
                        }),
                StoreFault.of(
                        "forgets a change once it is read",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.PENDING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                var value = super.get(key);
                                buffer.remove(key);
                                return value;
                            }
                        }),
                StoreFault.of(
                        "flushes when it is asked for changes",
                        StoreFault.INTERLEAVING,
                        Set.of(
                                StoreProperty.SOUNDNESS,
                                StoreProperty.PENDING,
                                StoreProperty.READ_YOUR_WRITES,
                                StoreProperty.COMPLETENESS,
                                StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public boolean hasPendingChanges() {
                                var pending = super.hasPendingChanges();
                                if (pending) {
                                    flush();
                                }
                                return pending;
                            }
                        }),
                StoreFault.of(
                        "takes null for a removal",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                if (value == null) {
                                    delete(key);
                                } else {
                                    super.set(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "ignores null",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                if (value != null) {
                                    super.set(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "keeps the first of several changes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                if (!buffer.containsKey(key)) {
                                    super.buffered(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "keeps a change that was taken back",
                        StoreFault.CANCELLING,
                        Set.of(StoreProperty.CANCELLATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                if (!isStored(key, value) || buffer.containsKey(key)) {
                                    buffer.put(key, value);
                                }
                            }

                            @Override
                            boolean isNeeded(String key) {
                                return true;
                            }
                        }),
                StoreFault.of(
                        "ignores a set that takes a change back",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                if (!isStored(key, value)) {
                                    buffer.put(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "removes what was never there",
                        StoreFault.CANCELLING,
                        Set.of(StoreProperty.CANCELLATION),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                buffer.put(key, REMOVED);
                            }

                            @Override
                            boolean isNeeded(String key) {
                                return buffer.get(key) == REMOVED || super.isNeeded(key);
                            }
                        }),
                StoreFault.of(
                        "deletes a pending change and not what is stored",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                if (buffer.containsKey(key)) {
                                    buffer.remove(key);
                                } else {
                                    super.delete(key);
                                }
                            }
                        }),
                StoreFault.of(
                        "deletes only what is not stored yet",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                buffer.remove(key);
                            }
                        }),
                StoreFault.of(
                        "deletes at once, without a buffer",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.COMPLETENESS, StoreProperty.PENDING, StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                buffer.remove(key);
                                baseline.remove(key);
                            }
                        }),
                StoreFault.of(
                        "deletes keys that start alike",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                super.delete(key);
                                for (var other : List.copyOf(baseline.keySet())) {
                                    if (other.startsWith(key)) {
                                        super.delete(other);
                                    }
                                }
                            }
                        }),
                StoreFault.of(
                        "cannot set what was deleted",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                if (buffer.get(key) != REMOVED) {
                                    super.set(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "merges objects instead of replacing them",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                var accepted = super.accepted(key, value);
                                if (accepted instanceof Map<?, ?> now && baseline.get(key) instanceof Map<?, ?> old) {
                                    Map<Object, @Nullable Object> merged = new LinkedHashMap<>(old);
                                    merged.putAll(now);
                                    return merged;
                                }
                                return accepted;
                            }
                        }),
                StoreFault.of(
                        "takes keys without case",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(key.toLowerCase(Locale.ROOT), value);
                            }
                        }),
                StoreFault.of(
                        "undoes all changes at a delete",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                buffer.clear();
                                super.delete(key);
                            }
                        }),
                StoreFault.of(
                        "deletes by setting null",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void delete(String key) {
                                super.set(key, null);
                            }
                        }),
                StoreFault.of(
                        "remembers what it read",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            private final Map<String, @Nullable Object> read = new LinkedHashMap<>();

                            @Override
                            public @Nullable Object get(String key) {
                                if (!read.containsKey(key)) {
                                    read.put(key, super.get(key));
                                }
                                var value = read.get(key);
                                return value == ABSENT ? ABSENT : given(value);
                            }
                        }));
    }
}
