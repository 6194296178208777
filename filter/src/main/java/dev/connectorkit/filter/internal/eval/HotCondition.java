package dev.connectorkit.filter.internal.eval;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The template of the classes that {@link Specializer} makes, never used itself: a condition that is a constant of its
 * class.
 */
final class HotCondition extends Specializer.Specialized {

    private static final Condition CONDITION = classData();

    /** Called through reflection, on the copies. */
    HotCondition() {}

    private static Condition classData() {
        try {
            return Objects.requireNonNull(MethodHandles.classData(MethodHandles.lookup(), "_", Condition.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("a class may read its own data", impossible);
        }
    }

    @Override
    boolean holds(Map<String, ? extends @Nullable Object> data) {
        return CONDITION.holds(data);
    }
}
