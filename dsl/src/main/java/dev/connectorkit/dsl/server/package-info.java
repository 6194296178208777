/**
 * Serves a connector over HTTP: commands in as JSON, answers out as newline-delimited JSON.
 *
 * <p>Start at {@link dev.connectorkit.dsl.server.ConnectorServer}.
 */
@NullMarked
package dev.connectorkit.dsl.server;

import org.jspecify.annotations.NullMarked;
