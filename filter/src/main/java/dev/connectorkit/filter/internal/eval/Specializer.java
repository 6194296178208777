package dev.connectorkit.filter.internal.eval;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes conditions constants of classes, so that the JIT compiler sees through them: it then knows every name, text and
 * branch of a filter, and compiles them as if someone had written the filter in Java.
 *
 * <p>The class is {@link HotCondition}, defined again as a hidden class for each condition; it goes when its filter does.
 */
final class Specializer {

    private static byte @Nullable [] template;

    private Specializer() {}

    /** A condition made a constant; no interface, whose methods take longer to find once it has many implementations. */
    abstract static class Specialized {
        abstract boolean holds(Map<String, ? extends @Nullable Object> data);
    }

    /** Returns what does the same as {@code condition}, faster; null where classes cannot be defined. */
    static @Nullable Specialized specialize(Condition condition) {
        try {
            return (Specialized) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(template(), condition, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | IOException | LinkageError | UnsupportedOperationException closed) {
            // A native image cannot add classes, and shading may have lost the template: the filter works as it is.
            return null;
        }
    }

    private static synchronized byte[] template() throws IOException {
        byte[] bytes = template;
        if (bytes == null) {
            try (InputStream file = HotCondition.class.getResourceAsStream("HotCondition.class")) {
                if (file == null) {
                    throw new IOException("HotCondition.class is not among the resources");
                }
                bytes = file.readAllBytes();
            }
            template = bytes;
        }
        return bytes;
    }
}
