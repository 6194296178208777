/**
 * Runs a connector: a command's JSON in, lines of newline-delimited JSON out.
 *
 * <p>Start at {@link dev.connectorkit.dsl.runtime.ConnectorRunner}. Servers, the command line and the test kit all stand
 * on it, so each of them sees the very bytes that go over the wire.
 */
@NullMarked
package dev.connectorkit.dsl.runtime;

import org.jspecify.annotations.NullMarked;
