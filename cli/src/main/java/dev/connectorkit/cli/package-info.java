/** The {@code connectorkit} command. Start at {@link dev.connectorkit.cli.Main}. */
@NullMarked
package dev.connectorkit.cli;

import org.jspecify.annotations.NullMarked;
