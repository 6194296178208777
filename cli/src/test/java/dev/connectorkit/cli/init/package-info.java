/** Tests of the {@code init} command. */
@NullMarked
package dev.connectorkit.cli.init;

import org.jspecify.annotations.NullMarked;
