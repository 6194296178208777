package dev.connectorkit.filter;

import org.jspecify.annotations.Nullable;

/**
 * Thrown where the SDK throws a TypeError while it evaluates a filter; only filters of
 * {@link Dialect#SDK} do. The message never holds a value of the object.
 */
public final class FilterEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilterEvaluationException(@Nullable String message, Throwable cause) {
        super(message, cause);
    }
}
