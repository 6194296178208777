package dev.connectorkit.filter.internal.eval;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One test of a filter and where to go from there. {@code &&}, {@code ||} and {@code !} are nothing but
 * the ways between steps, so they cost nothing.
 *
 * <p>Every kind of test is a class of its own, with the common case first: however many filters share a
 * JVM, the virtual call to {@link #test} is the only one the compiler cannot see through.
 */
abstract class Step {

    /** The end of a filter that matches. */
    static final Step MATCH = new End();
    /** The end of a filter that does not. */
    static final Step NO_MATCH = new End();

    final Step whenTrue;
    final Step whenFalse;

    Step(@Nullable Step whenTrue, @Nullable Step whenFalse) {
        this.whenTrue = whenTrue == null ? this : whenTrue;
        this.whenFalse = whenFalse == null ? this : whenFalse;
    }

    abstract boolean test(Map<String, ? extends @Nullable Object> data);

    private static final class End extends Step {
        End() {
            super(null, null);
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            return false;
        }
    }
}
