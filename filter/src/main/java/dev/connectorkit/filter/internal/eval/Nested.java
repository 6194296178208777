package dev.connectorkit.filter.internal.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies a test to the object a path leads into; where it leads nowhere, to one without members. */
final class Nested extends Step {

    private final List<String> parents;
    private final Step inner;

    Nested(List<String> path, Step inner, Step whenTrue, Step whenFalse) {
        super(whenTrue, whenFalse);
        this.parents = path.subList(0, path.size() - 1);
        this.inner = inner;
    }

    @Override
    boolean test(Map<String, ? extends @Nullable Object> data) {
        if (Reading.read(data, parents) instanceof Map<?, ?> parent) {
            try {
                @SuppressWarnings("unchecked") // The inner test only looks a name up.
                var members = (Map<String, ? extends @Nullable Object>) parent;
                return inner.test(members);
            } catch (ClassCastException | NullPointerException foreignKeys) {
                // As in Values.member: a map that cannot look the name up does not have it.
                return inner.test(Map.of());
            }
        }
        return inner.test(Map.of());
    }
}
