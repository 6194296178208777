package dev.connectorkit.testkit.contract;

import dev.connectorkit.testkit.simulation.PatchRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that flush too often, too seldom, or fall apart when a flush fails. */
final class FlushFaults {
    private FlushFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "says that a buffered key is a change",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public boolean hasPendingChanges() {
                                return !buffer.isEmpty();
                            }
                        }),
                StoreFault.of(
                        "says never that there are changes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public boolean hasPendingChanges() {
                                return false;
                            }
                        }),
                StoreFault.of(
                        "says after a flush that there are changes",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING),
                        invocation -> new PlainStore(invocation) {
                            private boolean touched;

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                touched = true;
                                super.buffered(key, value);
                            }

                            @Override
                            public boolean hasPendingChanges() {
                                return touched;
                            }
                        }),
                StoreFault.of(
                        "sends an empty patch",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void flush() {
                                send(patch());
                                flushed();
                            }
                        }),
                StoreFault.of(
                        "sends a patch for each key",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ONE_PATCH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                patch.forEach(operation -> super.send(List.of(operation)));
                            }
                        }),
                StoreFault.of(
                        "flushes at each set",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.SOUNDNESS, StoreProperty.PENDING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void set(String key, @Nullable Object value) {
                                super.set(key, value);
                                flush();
                            }
                        }),
                StoreFault.of(
                        "empties the buffer before it sends",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                Map<String, @Nullable Object> sent = new LinkedHashMap<>(buffer);
                                buffer.clear();
                                super.send(patch);
                                buffer.putAll(sent);
                            }
                        }),
                StoreFault.of(
                        "believes in success before it sends",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                flushed();
                                super.send(patch);
                            }
                        }),
                StoreFault.of(
                        "empties the buffer whatever happens",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void flush() {
                                try {
                                    super.flush();
                                } finally {
                                    buffer.clear();
                                }
                            }
                        }),
                StoreFault.of(
                        "swallows failures",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
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
                        "tries a second time",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH, StoreProperty.ONE_PATCH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                try {
                                    super.send(patch);
                                } catch (RuntimeException e) {
                                    super.send(patch);
                                }
                            }
                        }),
                StoreFault.of(
                        "never empties the buffer",
                        StoreFault.INTERLEAVING,
                        Set.of(
                                StoreProperty.COMPLETENESS,
                                StoreProperty.CONVERGENCE,
                                StoreProperty.PENDING,
                                StoreProperty.SOUNDNESS,
                                StoreProperty.RELOAD,
                                StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void flushed() {}
                        }),
                StoreFault.of(
                        "forgets what it sent",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void flushed() {
                                buffer.clear();
                            }
                        }),
                StoreFault.of(
                        "forgets what it removed",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.RELOAD),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void flushed() {
                                buffer.values().removeIf(value -> value == REMOVED);
                                super.flushed();
                            }
                        }),
                StoreFault.of(
                        "splits a patch after a hundred operations",
                        StoreFault.MANY,
                        Set.of(StoreProperty.ONE_PATCH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                for (int i = 0; i < patch.size(); i += 100) {
                                    super.send(patch.subList(i, Math.min(i + 100, patch.size())));
                                }
                            }
                        }),
                StoreFault.of(
                        "sends a hundred operations at most",
                        StoreFault.MANY,
                        Set.of(StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                return patch.subList(0, Math.min(100, patch.size()));
                            }
                        }),
                StoreFault.of(
                        "flushes when a hundred changes have gathered",
                        StoreFault.MANY,
                        Set.of(StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(key, value);
                                if (buffer.size() == 100) {
                                    flush();
                                }
                            }
                        }),
                StoreFault.of(
                        "gives up after a failure",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH, StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            private boolean failed;

                            @Override
                            public void flush() {
                                if (!failed) {
                                    failed = true;
                                    super.flush();
                                    failed = false;
                                }
                            }
                        }),
                StoreFault.of(
                        "keeps no removals when a flush fails",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                try {
                                    super.send(patch);
                                } catch (IllegalStateException e) {
                                    buffer.values().removeIf(value -> value == REMOVED);
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "keeps one change when a flush fails",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                try {
                                    super.send(patch);
                                } catch (IllegalStateException e) {
                                    var kept = buffer.keySet().iterator().next();
                                    buffer.keySet().removeIf(key -> !key.equals(kept));
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "sends a failed patch once more, before the next one",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH, StoreProperty.MINIMALITY, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            private final List<Map<String, @Nullable Object>> unsent = new ArrayList<>();

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                List<Map<String, @Nullable Object>> all = new ArrayList<>(unsent);
                                all.addAll(super.patch());
                                return all;
                            }

                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                unsent.clear();
                                try {
                                    super.send(patch);
                                } catch (IllegalStateException e) {
                                    unsent.addAll(super.patch());
                                    throw e;
                                }
                            }
                        }),
                StoreFault.of(
                        "swallows rejections",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void flush() {
                                try {
                                    super.flush();
                                } catch (PatchRejectedException e) {
                                    return;
                                }
                            }
                        }),
                StoreFault.of(
                        "hides the failure in one of its own without a change kept",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.ATOMIC_FLUSH),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public void flush() {
                                try {
                                    super.flush();
                                } catch (IllegalStateException e) {
                                    flushed();
                                    throw new UnsupportedOperationException("not saved", e);
                                }
                            }
                        }),
                StoreFault.of(
                        "keeps changes that were flushed until the next command",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.PENDING),
                        invocation -> new PlainStore(invocation) {
                            private boolean isLate;

                            @Override
                            public void flush() {
                                isLate = super.hasPendingChanges();
                                super.flush();
                            }

                            @Override
                            public boolean hasPendingChanges() {
                                return isLate || super.hasPendingChanges();
                            }

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                isLate = false;
                                super.buffered(key, value);
                            }
                        }));
    }
}
