package dev.connectorkit.filter.internal.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step that reads one attribute. */
abstract class Reading extends Step {

    final String name;
    final String @Nullable [] members;

    Reading(List<String> path, Step whenTrue, Step whenFalse) {
        super(whenTrue, whenFalse);
        this.name = path.get(0);
        this.members = path.size() == 1 ? null : path.subList(1, path.size()).toArray(new String[0]);
    }

    @Nullable
    Object descend(@Nullable Object value) {
        Object found = value;
        if (members != null) {
            for (String member : members) {
                found = Values.member(found, member);
            }
        }
        return found;
    }

    static @Nullable Object read(Map<String, ? extends @Nullable Object> data, List<String> path) {
        Object value = data.get(path.get(0));
        for (int i = 1; i < path.size(); i++) {
            value = Values.member(value, path.get(i));
        }
        return value;
    }
}
