/**
 * Defines a connector once: its commands and schemas, from which the spec file, the runtime and the checks follow.
 *
 * <p>Start at {@link dev.connectorkit.dsl.Connector#named}. A handler finds its settings by {@link
 * dev.connectorkit.dsl.Config}, maps types of its own by {@link dev.connectorkit.dsl.ObjectMapping}, lists changes by
 * {@link dev.connectorkit.dsl.Delta} and parts of a source by {@link dev.connectorkit.dsl.Partitions}; {@link
 * dev.connectorkit.dsl.Customizer} changes a connector from outside.
 */
@NullMarked
package dev.connectorkit.dsl;

import org.jspecify.annotations.NullMarked;
