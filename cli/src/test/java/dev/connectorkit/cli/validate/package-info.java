/** Tests of {@code validate}. */
@NullMarked
package dev.connectorkit.cli.validate;

import org.jspecify.annotations.NullMarked;
