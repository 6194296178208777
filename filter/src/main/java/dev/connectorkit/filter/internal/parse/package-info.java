/** Text to syntax tree; the only package that knows ANTLR. Not for use outside this module. */
@NullMarked
package dev.connectorkit.filter.internal.parse;

import org.jspecify.annotations.NullMarked;
