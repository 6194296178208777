package dev.connectorkit.testkit.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores whose faults show only when runs are compared. */
final class RunFaults {
    private RunFaults() {}

    static List<StoreFault> all() {
        return List.of(
                StoreFault.of(
                        "adds up what is written twice",
                        StoreFault.LAST_WRITE,
                        Set.of(StoreProperty.LAST_WRITE_WINS),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            void buffered(String key, @Nullable Object value) {
                                super.buffered(
                                        key,
                                        buffer.get(key) instanceof String old && value instanceof String now
                                                ? old + now
                                                : value);
                            }
                        }),
                StoreFault.of(
                        "sends the keys up to the last deleted one only",
                        StoreFault.REORDERING,
                        Set.of(StoreProperty.COMMUTATIVITY),
                        invocation -> new PlainStore(invocation) {
                            private String last = "";

                            @Override
                            void buffered(String key, @Nullable Object value) {
                                last = key;
                                super.buffered(key, value);
                            }

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                patch.removeIf(
                                        operation -> pointer(last).equals(operation.get("path")) && patch.size() > 1);
                                return patch;
                            }
                        }),
                StoreFault.of(
                        "sends once more what it sent",
                        StoreFault.REPEATING,
                        Set.of(StoreProperty.IDEMPOTENCE),
                        invocation -> new PlainStore(invocation) {
                            private List<Map<String, @Nullable Object>> sent = List.of();

                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                return patch.isEmpty() ? sent : patch;
                            }

                            @Override
                            void send(List<Map<String, @Nullable Object>> patch) {
                                super.send(patch);
                                sent = patch.stream()
                                        .filter(operation -> !"remove".equals(operation.get("op")))
                                        .toList();
                            }
                        }),
                StoreFault.of(
                        "forgets removals that stand beside other changes",
                        StoreFault.GROUPING,
                        Set.of(StoreProperty.GROUPING),
                        invocation -> new PlainStore(invocation) {
                            @Override
                            List<Map<String, @Nullable Object>> patch() {
                                var patch = super.patch();
                                if (patch.size() > 1) {
                                    patch.removeIf(operation -> "remove".equals(operation.get("op")));
                                }
                                return patch;
                            }
                        }));
    }
}
