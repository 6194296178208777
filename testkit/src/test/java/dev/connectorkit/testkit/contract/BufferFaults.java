package dev.connectorkit.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that lose, keep or show changes when they should not: reads, writes, flushes, reloads. */
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
                        Set.of(StoreProperty.READ_YOUR_WRITES),
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
                        "takes keys without case",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(key.toLowerCase(Locale.ROOT), value);
                            }
                        }));
    }
}
