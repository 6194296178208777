package dev.connectorkit.testkit.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that take a reload wrongly. */
final class ReloadFaults {
    private ReloadFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "drops the buffer at a reload",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                super.reload();
                                buffer.clear();
                            }
                        }),
                StoreFault.of(
                        "does not reload",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                invocation.reloadConfig();
                            }
                        }),
                StoreFault.of(
                        "keeps what vanished",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                var old = baseline;
                                super.reload();
                                old.forEach(baseline::putIfAbsent);
                            }
                        }),
                StoreFault.of(
                        "prefers what it knew",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                var old = baseline;
                                super.reload();
                                baseline.putAll(old);
                            }
                        }),
                StoreFault.of(
                        "lets a reload win over changes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                var old = baseline;
                                super.reload();
                                buffer.keySet().removeIf(key -> !same(old.get(key), baseline.get(key)));
                            }
                        }),
                StoreFault.of(
                        "sends after a reload what is there by now",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean isNeeded(String key) {
                                return true;
                            }
                        }),
                StoreFault.of(
                        "removes after a reload what is gone by now",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            boolean isNeeded(String key) {
                                return buffer.get(key) == REMOVED || super.isNeeded(key);
                            }
                        }),
                StoreFault.of(
                        "chooses the operation when it is told, not when it sends",
                        StoreFault.INTERLEAVING,
                        Set.of(
                                StoreProperty.RIGHT_OPERATION,
                                StoreProperty.RELOAD,
                                StoreProperty.ATOMIC_FLUSH,
                                StoreProperty.CONVERGENCE),
                        invocation -> new PlainStore(invocation) {
                            private final Map<String, String> ops = new LinkedHashMap<>();

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                ops.put(key, super.op(key, value));
                                super.buffered(key, value);
                            }

                            @Override
                            String op(String key, @Nullable Object value) {
                                return ops.getOrDefault(key, "add");
                            }
                        }),
                StoreFault.of(
                        "forgets everything when a reload fails",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                baseline.clear();
                                super.reload();
                            }
                        }),
                StoreFault.of(
                        "hides that a reload failed",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                try {
                                    super.reload();
                                } catch (IllegalStateException e) {
                                    return;
                                }
                            }
                        }),
                StoreFault.of(
                        "flushes before it reloads",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                flush();
                                super.reload();
                            }
                        }),
                StoreFault.of(
                        "reloads before it flushes",
                        StoreFault.INTERLEAVING,
                        Set.of(
                                StoreProperty.SOUNDNESS,
                                StoreProperty.COMPLETENESS,
                                StoreProperty.RIGHT_OPERATION,
                                StoreProperty.READ_YOUR_WRITES,
                                StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void flush() {
                                reload();
                                super.flush();
                            }
                        }),
                StoreFault.of(
                        "reloads before it reads",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD, StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                reload();
                                return super.get(key);
                            }
                        }),
                StoreFault.of(
                        "remembers a set that changed nothing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                buffer.put(key, value);
                            }
                        }),
                StoreFault.of(
                        "forgets a change that a reload shows to be there",
                        StoreFault.NEEDLESS,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                super.reload();
                                buffer.keySet().removeIf(key -> !isNeeded(key));
                            }
                        }),
                StoreFault.of(
                        "forgets a removal that a reload shows to be done",
                        StoreFault.NEEDLESS,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                super.reload();
                                buffer.keySet().removeIf(key -> buffer.get(key) == REMOVED && !isNeeded(key));
                            }
                        }),
                StoreFault.of(
                        "forgets removals at a reload",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                super.reload();
                                buffer.values().removeIf(value -> value == REMOVED);
                            }
                        }),
                StoreFault.of(
                        "sees no new keys at a reload",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                var known = Set.copyOf(baseline.keySet());
                                super.reload();
                                baseline.keySet().retainAll(known);
                            }
                        }),
                StoreFault.of(
                        "compares with what it knew before a reload",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD, StoreProperty.PENDING, StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            private @Nullable Map<String, @Nullable Object> first;

                            @Override
                            public void reload() {
                                first = first == null ? baseline : first;
                                super.reload();
                            }

                            @Override
                            boolean isStored(String key, @Nullable Object value) {
                                var known = first;
                                if (known == null) {
                                    return super.isStored(key, value);
                                }
                                if (value == REMOVED || !known.containsKey(key)) {
                                    return value == REMOVED && !known.containsKey(key);
                                }
                                return same(known.get(key), value);
                            }

                            @Override
                            void flushed() {
                                first = null;
                                super.flushed();
                            }
                        }),
                StoreFault.of(
                        "drops the buffer when a reload fails",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                try {
                                    super.reload();
                                } catch (IllegalStateException e) {
                                    buffer.clear();
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "says after a reload that nothing is pending",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            private boolean reloaded;

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                reloaded = false;
                                super.buffered(key, value);
                            }

                            @Override
                            public void reload() {
                                super.reload();
                                reloaded = true;
                            }

                            @Override
                            public boolean hasPendingChanges() {
                                return !reloaded && super.hasPendingChanges();
                            }
                        }),
                StoreFault.of(
                        "reloads once",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            private boolean reloaded;

                            @Override
                            public void reload() {
                                if (!reloaded) {
                                    super.reload();
                                }
                                reloaded = true;
                            }
                        }),
                StoreFault.of(
                        "keeps what it knew where a reload shows no attributes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void reload() {
                                var config = invocation.reloadConfig();
                                if (config.containsKey("connectorAttributes")) {
                                    baseline = copyOfAttributes(config);
                                }
                            }
                        }),
                StoreFault.of(
                        "reloads after it flushed",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.RELOAD, StoreProperty.PENDING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void flushed() {
                                super.flushed();
                                reload();
                            }
                        }),
                StoreFault.of(
                        "remembers that nothing was there",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD, StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            private final Set<String> absent = new HashSet<>();

                            @Override
                            public @Nullable Object get(String key) {
                                var value = absent.contains(key) && !buffer.containsKey(key) ? ABSENT : super.get(key);
                                if (value == ABSENT) {
                                    absent.add(key);
                                }
                                return value;
                            }
                        }));
    }
}
