package dev.connectorkit.filter.internal.eval;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an object fulfils or not. Every kind is a class of its own, with the common case first; most are
 * records, because the JIT compiler trusts the fields of a record never to change, see {@link Specializer}.
 */
interface Condition {

    boolean holds(Map<String, ? extends @Nullable Object> data);

    /** Holds for every object or for none. */
    record Constant(boolean value) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return value;
        }
    }

    /** Holds where another does not. */
    record Not(Condition negated) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return !negated.holds(data);
        }
    }

    /** Holds where two others do. */
    record And(Condition first, Condition second) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return first.holds(data) && second.holds(data);
        }
    }

    /** Holds where one of two others does. */
    record Or(Condition first, Condition second) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return first.holds(data) || second.holds(data);
        }
    }
}
