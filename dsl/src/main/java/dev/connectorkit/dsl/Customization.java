package dev.connectorkit.dsl;

import dev.connectorkit.dsl.command.Context;

/**
 * Changes an input before the connector sees it, an output before the platform sees it, or answers a named operation.
 * Called from many threads at once.
 *
 * @param <T> what is changed
 */
@FunctionalInterface
public interface Customization<T> {

    /**
     * Returns what to go on with, which may be {@code value} itself.
     *
     * @throws Exception whatever went wrong; it fails the invocation
     */
    T apply(Context context, T value) throws Exception;
}
