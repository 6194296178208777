/**
 * Keeps what is expensive to fetch for as long as the connector's instance stays warm. What must survive an instance
 * belongs into {@code dev.connectorkit.dsl.store}.
 *
 * <p>Start at {@link dev.connectorkit.dsl.cache.ConnectorCache}.
 */
@NullMarked
package dev.connectorkit.dsl.cache;

import org.jspecify.annotations.NullMarked;
