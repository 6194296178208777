/** {@code connectorkit filter}: filter strings on the command line. */
@NullMarked
package dev.connectorkit.cli.filter;

import org.jspecify.annotations.NullMarked;
