package dev.connectorkit.filter.internal.sdk;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A filter string as the TypeScript SDK understands it.
 *
 * <p>Immutable; safe to share and cache.
 */
public final class SdkProgram {
    private final Node root;

    private SdkProgram(Node root) {
        this.root = root;
    }

    /**
     * Parses a filter string.
     *
     * <p>Where the SDK would overflow the stack, or spend time without bound, there are limits: {@value Parser#MAX_LENGTH}
     * UTF-16 code units, and {@value Parser#MAX_NESTING} expressions inside one another.
     *
     * @throws SdkSyntaxException if the SDK refuses the text, or a limit is passed
     */
    public static SdkProgram parse(String text) {
        return new SdkProgram(new Parser(Objects.requireNonNull(text, "text")).filter());
    }

    /**
     * Tells whether an object matches.
     *
     * <p>Values are text, numbers of any kind (read as doubles), booleans, null, collections and arrays, and maps; any
     * other value counts as its {@code toString} text.
     *
     * @throws SdkTypeException if the SDK throws a {@code TypeError}
     */
    public boolean matches(Map<String, ? extends @Nullable Object> data) {
        return root.test(new Data(data));
    }
}
