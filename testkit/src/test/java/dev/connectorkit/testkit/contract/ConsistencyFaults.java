package dev.connectorkit.testkit.contract;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores whose parts are right one by one, and disagree with each other. */
final class ConsistencyFaults {
    private ConsistencyFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "says with another comparison than it sends with whether there are changes",
                        StoreFault.NEEDLESS,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public boolean hasPendingChanges() {
                                return buffer.keySet().stream()
                                        .anyMatch(key -> isNeeded(key) || !spelledAsStored(this, key));
                            }
                        }),
                StoreFault.of(
                        "sends with another comparison than it sets with",
                        StoreFault.NEEDLESS,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean isNeeded(String key) {
                                return super.isNeeded(key) || !spelledAsStored(this, key);
                            }
                        }),
                StoreFault.of(
                        "ignores a set after a removal that has become needless",
                        StoreFault.NEEDLESS,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                if (buffer.get(key) != REMOVED || baseline.containsKey(key)) {
                                    super.buffered(key, value);
                                }
                            }
                        }),
                refusing(
                        "forgets what is pending for a key when it refuses a value",
                        (store, key) -> store.buffer.remove(key)),
                refusing("forgets all that is pending when it refuses a value", (store, key) -> store.buffer.clear()),
                reading("takes a slash in a key for a path when it reads", '/'),
                reading("takes a dot in a key for a path when it reads", '.'),
                StoreFault.of(
                        "swallows failures of the network",
                        StoreFault.PATIENCE,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                try {
                                    super.send(patch);
                                } catch (UncheckedIOException e) {
                                    return;
                                }
                            }
                        }),
                StoreFault.of(
                        "gives up after three failures",
                        StoreFault.PATIENCE,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            private int failures;

                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                failures++;
                                if (failures == 4) {
                                    buffer.clear();
                                } else {
                                    super.send(patch);
                                    failures = 0;
                                }
                            }
                        }));
    }

    private static boolean spelledAsStored(PlainStore store, String key) {
        var value = store.buffer.get(key);
        return value == PlainStore.REMOVED || Objects.equals(value, store.baseline.get(key));
    }

    /** What a store does to its buffer when it refuses a value. */
    private interface Harm {
        void doTo(PlainStore store, String key);
    }

    private static StoreFault refusing(String name, Harm harm) {
        return StoreFault.of(
                name, StoreFault.REFUSAL, Set.of(StoreProperty.JSON_ONLY), invocation -> new PlainStore(invocation) {
                    @Override
                    @Nullable
                    Object accepted(String key, @Nullable Object value) {
                        try {
                            return super.accepted(key, value);
                        } catch (IllegalArgumentException e) {
                            harm.doTo(this, key);
                            throw e;
                        }
                    }
                });
    }

    private static StoreFault reading(String name, char separator) {
        return StoreFault.of(
                name,
                StoreFault.HOSTILE_NAMES,
                Set.of(StoreProperty.POINTERS),
                invocation -> new PlainStore(invocation) {
                    @Override
                    public @Nullable Object get(String key) {
                        var value = super.get(key);
                        int end = key.indexOf(separator);
                        if (value == ABSENT && end > 0 && super.get(key.substring(0, end)) instanceof Map<?, ?> map) {
                            var name = key.substring(end + 1);
                            return map.containsKey(name) ? map.get(name) : ABSENT;
                        }
                        return value;
                    }
                });
    }
}
