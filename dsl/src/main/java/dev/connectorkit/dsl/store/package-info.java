/**
 * Values that outlive an invocation, kept in the source's own configuration: sync times, cursors, small tables.
 *
 * <p>Start at {@link dev.connectorkit.dsl.store.DataStore}.
 */
@NullMarked
package dev.connectorkit.dsl.store;

import org.jspecify.annotations.NullMarked;
