/**
 * Defines a connector once: its commands and schemas, from which the spec file, the runtime and the checks follow.
 *
 * <p>Start at {@code Connector.named}.
 */
@NullMarked
package dev.connectorkit.dsl;

import org.jspecify.annotations.NullMarked;
