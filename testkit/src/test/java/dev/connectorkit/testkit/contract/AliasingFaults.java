package dev.connectorkit.testkit.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores that share what they hold with whoever handed it over. */
final class AliasingFaults {
    // What the stores of one fault share, which is the fault.
    private static final Map<String, Object> SHARED = new ConcurrentHashMap<>();

    private AliasingFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "keeps the config it was given",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> copyOfAttributes(Map<String, ?> config) {
                                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                                attributesOf(config).forEach(copy::put);
                                return copy;
                            }
                        }),
                StoreFault.of(
                        "works on the config itself",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> copyOfAttributes(Map<String, ?> config) {
                                return attributesOf(config);
                            }
                        }),
                StoreFault.of(
                        "keeps the config a reload gave",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                Map<String, @Nullable Object> shared = new LinkedHashMap<>();
                                attributesOf(invocation.reloadConfig()).forEach(shared::put);
                                baseline = shared;
                            }
                        }),
                StoreFault.of(
                        "keeps the very value it was told",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                super.accepted(key, value);
                                return value;
                            }
                        }),
                StoreFault.of(
                        "hands out the very value it keeps",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                if (buffer.containsKey(key)) {
                                    var value = buffer.get(key);
                                    return value == REMOVED ? ABSENT : value;
                                }
                                return baseline.containsKey(key) ? baseline.get(key) : ABSENT;
                            }
                        }),
                StoreFault.of(
                        "hands out stored values as they are",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                return !buffer.containsKey(key) && baseline.containsKey(key)
                                        ? baseline.get(key)
                                        : super.get(key);
                            }
                        }),
                StoreFault.of(
                        "hands out pending values as they are",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                return buffer.containsKey(key) && buffer.get(key) != REMOVED
                                        ? buffer.get(key)
                                        : super.get(key);
                            }
                        }),
                StoreFault.of(
                        "sends the very values it keeps",
                        StoreFault.INTERLEAVING,
                        Set.of(
                                StoreProperty.NO_ALIASING,
                                StoreProperty.READ_YOUR_WRITES,
                                StoreProperty.ATOMIC_FLUSH,
                                StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                operation.replace("value", value);
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "copies the outermost level only",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object taken(@Nullable Object value) {
                                super.taken(value);
                                if (value instanceof Map<?, ?> map) {
                                    return new LinkedHashMap<>(map);
                                }
                                return value instanceof List<?> list ? new ArrayList<>(list) : value;
                            }
                        }),
                StoreFault.of(
                        "copies objects and shares lists",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object taken(@Nullable Object value) {
                                return value instanceof List ? value : super.taken(value);
                            }
                        }),
                StoreFault.of(
                        "sorts the lists it is told",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING, StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            @Nullable
                            Object accepted(String key, @Nullable Object value) {
                                if (value instanceof List<?> list) {
                                    Collections.reverse(list);
                                }
                                return super.accepted(key, value);
                            }
                        }),
                StoreFault.of(
                        "writes what it sent into the config",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void flushed() {
                                super.flushed();
                                invocation.config().put("flushed", true);
                            }
                        }),
                StoreFault.of(
                        "believes that the very object it has cannot have changed",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            private final Map<String, @Nullable Object> last = new LinkedHashMap<>();

                            @Override
                            public void set(String key, @Nullable Object value) {
                                if (value == null
                                        || value instanceof String
                                        || value instanceof Number
                                        || value instanceof Boolean
                                        || last.put(key, value) != value) {
                                    super.set(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "hands out the same copy each time",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            private final IdentityHashMap<Object, @Nullable Object> copies = new IdentityHashMap<>();

                            @Override
                            public @Nullable Object get(String key) {
                                var kept = buffer.containsKey(key) ? buffer.get(key) : baseline.get(key);
                                return kept instanceof Map || kept instanceof List
                                        ? copies.computeIfAbsent(kept, this::given)
                                        : super.get(key);
                            }
                        }),
                StoreFault.of(
                        "copies the outermost level of what it sends",
                        StoreFault.INTERLEAVING,
                        Set.of(
                                StoreProperty.NO_ALIASING,
                                StoreProperty.READ_YOUR_WRITES,
                                StoreProperty.ATOMIC_FLUSH,
                                StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            Map<String, @Nullable Object> operation(String key, @Nullable Object value) {
                                var operation = super.operation(key, value);
                                if (value instanceof Map<?, ?> map) {
                                    operation.put("value", new LinkedHashMap<>(map));
                                } else if (value instanceof List<?> list) {
                                    operation.put("value", new ArrayList<>(list));
                                }
                                return operation;
                            }
                        }),
                StoreFault.of(
                        "keeps what it sent as what is stored",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING, StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            private List<Map<String, @Nullable Object>> sent = List.of();

                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                super.send(patch);
                                sent = patch;
                            }

                            @Override
                            void flushed() {
                                for (var operation : sent) {
                                    for (var key : List.copyOf(buffer.keySet())) {
                                        if (pointer(key).equals(operation.get("path"))
                                                && operation.containsKey("value")) {
                                            buffer.put(key, operation.get("value"));
                                        }
                                    }
                                }
                                sent = List.of();
                                super.flushed();
                            }
                        }),
                StoreFault.of(
                        "tidies the config that a reload gives",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                var config = invocation.reloadConfig();
                                baseline = copyOfAttributes(config);
                                config.clear();
                            }
                        }),
                StoreFault.of(
                        "writes changes into the config it was given",
                        StoreFault.SEPARATE,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(key, value);
                                var attributes = attributesOf(invocation.config());
                                if (value == REMOVED) {
                                    attributes.remove(key);
                                } else {
                                    attributes.put(key, given(value));
                                }
                            }

                            @Override
                            public @Nullable Object get(String key) {
                                var attributes = attributesOf(invocation.config());
                                return attributes.containsKey(key) ? given(attributes.get(key)) : ABSENT;
                            }
                        }),
                StoreFault.of(
                        "keeps one buffer for all stores",
                        StoreFault.SEPARATE,
                        Set.of(StoreProperty.NO_ALIASING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                return SHARED.containsKey(key) ? SHARED.get(key) : super.get(key);
                            }

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(key, value);
                                if (value != null && value != REMOVED) {
                                    SHARED.put(key, value);
                                }
                            }
                        }));
    }
}
