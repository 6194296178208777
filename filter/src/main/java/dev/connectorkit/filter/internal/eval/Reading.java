package dev.connectorkit.filter.internal.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step that reads one value: of an attribute, or, within {@link Nested}, of the last member of a path. */
abstract class Reading extends Step {

    final String name;

    Reading(List<String> path, Step whenTrue, Step whenFalse) {
        super(whenTrue, whenFalse);
        // JSON parsers and compilers intern names too: a map then finds the key without comparing text.
        this.name = path.get(path.size() - 1).intern();
    }

    static @Nullable Object read(Map<String, ? extends @Nullable Object> data, List<String> path) {
        Object value = data.get(path.get(0));
        for (int i = 1; i < path.size(); i++) {
            value = Values.member(value, path.get(i));
        }
        return value;
    }
}
