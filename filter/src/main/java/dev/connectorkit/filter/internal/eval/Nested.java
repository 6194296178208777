package dev.connectorkit.filter.internal.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the object a path leads to; where it leads nowhere, one without members. */
record Nested(List<String> path, Condition inner) implements Condition {

    @Override
    public boolean holds(Map<String, ? extends @Nullable Object> data) {
        if (Values.read(data, path) instanceof Map<?, ?> parent) {
            try {
                @SuppressWarnings("unchecked") // The inner condition only looks a name up.
                var members = (Map<String, ? extends @Nullable Object>) parent;
                return inner.holds(members);
            } catch (ClassCastException | NullPointerException foreignKeys) {
                // As in Values.member: a map that cannot look the name up does not have it.
                return inner.holds(Map.of());
            }
        }
        return inner.holds(Map.of());
    }
}
