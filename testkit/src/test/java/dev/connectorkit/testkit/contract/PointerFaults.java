package dev.connectorkit.testkit.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stores that point elsewhere, or escape a pointer wrongly. */
final class PointerFaults {
    private PointerFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "escapes nothing",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key;
                            }
                        }),
                StoreFault.of(
                        "escapes no slash",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("~", "~0");
                            }
                        }),
                StoreFault.of(
                        "escapes no tilde",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("/", "~1");
                            }
                        }),
                StoreFault.of(
                        "escapes the slash first",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("/", "~1").replace("~", "~0");
                            }
                        }),
                StoreFault.of(
                        "escapes one slash",
                        StoreFault.HOSTILE_NAMES,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replaceFirst("~", "~0").replaceFirst("/", "~1");
                            }
                        }),
                StoreFault.of(
                        "escapes for URLs",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return URLEncoder.encode(key, StandardCharsets.UTF_8);
                            }
                        }),
                StoreFault.of(
                        "takes a dot for a path",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key).replace(".", "/");
                            }
                        }),
                StoreFault.of(
                        "takes a slash for a dot",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return key.replace("~", "~0").replace("/", ".");
                            }
                        }),
                StoreFault.of(
                        "strips the key",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key.strip());
                            }
                        }),
                StoreFault.of(
                        "writes keys in lower case",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key.toLowerCase(Locale.ROOT));
                            }
                        }),
                StoreFault.of(
                        "keeps ASCII only",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS, StoreProperty.FRAME, StoreProperty.SOUNDNESS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key.replaceAll("[^ -~]", ""));
                            }
                        }),
                StoreFault.of(
                        "escapes quotes as JSON does",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String escaped(String key) {
                                return super.escaped(key).replace("\\", "\\\\").replace("\"", "\\\"");
                            }
                        }),
                StoreFault.of(
                        "points at all attributes for the empty key",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.MINIMALITY),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String pointer(String key) {
                                return key.isEmpty() ? "/connectorAttributes" : super.pointer(key);
                            }
                        }),
                StoreFault.of(
                        "points to the root of the document",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String pointer(String key) {
                                return "/" + escaped(key);
                            }
                        }),
                StoreFault.of(
                        "points without a slash in front",
                        StoreFault.INTERLEAVING,
                        Set.of(StoreProperty.POINTERS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            String pointer(String key) {
                                return super.pointer(key).substring(1);
                            }
                        }));
    }
}
