/**
 * The data store beside libraries that find the difference of two documents.
 *
 * <p>{@link dev.connectorkit.benchmarks.store.SideBySide} runs all of it.
 */
@NullMarked
package dev.connectorkit.benchmarks.store;

import org.jspecify.annotations.NullMarked;
