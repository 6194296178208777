/** The command {@code validate}: holds a running connector against the rules, over the wire. */
@NullMarked
package dev.connectorkit.cli.validate;

import org.jspecify.annotations.NullMarked;
