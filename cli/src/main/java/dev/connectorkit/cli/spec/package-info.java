/** {@code connectorkit spec}: connector specs on the command line. */
@NullMarked
package dev.connectorkit.cli.spec;

import org.jspecify.annotations.NullMarked;
