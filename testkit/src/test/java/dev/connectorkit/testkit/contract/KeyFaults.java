package dev.connectorkit.testkit.contract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that know a key under another name, or point elsewhere. */
final class KeyFaults {
    private KeyFaults() {}

    static List<StoreFault> all() {
        return List.of(
                escaping("takes keys in normal form", key -> Normalizer.normalize(key, Normalizer.Form.NFC)),
                escaping("takes keys that are numbers for numbers", key -> key.equals("00") ? "0" : key),
                escaping(
                        "takes a key that is escaped for one that is not",
                        key -> key.replace("~1", "/").replace("~0", "~")),
                escaping("cuts long keys", key -> key.substring(0, Math.min(255, key.length()))),
                escaping("drops invisible letters", key -> key.replaceAll("\\p{Cf}", "")),
                escaping("puts underscores for spaces", key -> key.replace(' ', '_')),
                escaping("drops control characters", key -> key.replaceAll("\\p{Cntrl}", "")),
                escaping("takes brackets for an index", key -> key.replaceAll("\\[(\\d+)]", "$1")),
                escaping("fills templates in keys", key -> key.replace("{}", "").replace("$", "")),
                pointing("writes a dash as the end of a list", key -> key.equals("-") ? "" : null),
                pointing("writes keys as \\u escapes", key -> key.equals("\u00e9") ? "\\u00e9" : null),
                StoreFault.of(
                        "ignores the empty key",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                if (!key.isEmpty()) {
                                    super.buffered(key, value);
                                }
                            }
                        }),
                StoreFault.of(
                        "keeps keys with two underscores to itself",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            public @Nullable Object get(String key) {
                                return key.startsWith("__") ? ABSENT : super.get(key);
                            }
                        }),
                StoreFault.of(
                        "finds a key by its hash",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.READ_YOUR_WRITES, StoreProperty.CONVERGENCE, StoreProperty.COMPLETENESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                buffer.keySet()
                                        .removeIf(other ->
                                                !other.equals(key) && other.hashCode() % 16 == key.hashCode() % 16);
                                super.buffered(key, value);
                            }
                        }),
                StoreFault.of(
                        "patches inside objects",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                List<Map<String, @Nullable Object>> patch = new ArrayList<>();
                                for (Map<String, @Nullable Object> operation : super.patch()) {
                                    if ("replace".equals(operation.get("op"))
                                            && operation.get("value") instanceof Map<?, ?> members
                                            && !members.isEmpty()) {
                                        members.forEach((name, member) ->
                                                patch.add(inside(operation, escaped(String.valueOf(name)), member)));
                                    } else {
                                        patch.add(operation);
                                    }
                                }
                                return patch;
                            }
                        }));
    }

    private static Map<String, @Nullable Object> inside(
            Map<String, @Nullable Object> operation, String name, @Nullable Object member) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>(operation);
        inner.put("op", "add");
        inner.put("path", operation.get("path") + "/" + name);
        inner.put("value", member);
        return inner;
    }

    /** Takes another key than it was told, and escapes that one rightly. */
    private static StoreFault escaping(String name, UnaryOperator<String> replacement) {
        return StoreFault.of(
                name,
                StoreFault.HOSTILE_NAMES,
                Set.of(StoreProperty.POINTERS),
                invocation -> new PlainStore(invocation) {
                    @Override
                    String escaped(String key) {
                        return super.escaped(replacement.apply(key));
                    }
                });
    }

    /** Writes some keys as it likes, and escapes the others rightly. */
    private static StoreFault pointing(String name, Function<String, @Nullable String> replacement) {
        return StoreFault.of(
                name,
                StoreFault.HOSTILE_NAMES,
                Set.of(StoreProperty.POINTERS),
                invocation -> new PlainStore(invocation) {
                    @Override
                    String escaped(String key) {
                        var replaced = replacement.apply(key);
                        return replaced == null ? super.escaped(key) : replaced;
                    }
                });
    }
}
