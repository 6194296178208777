/** Syntax tree to expression: decides what may stand where, and what is legal but suspicious. Not for use outside this module. */
@NullMarked
package dev.connectorkit.filter.internal.check;

import org.jspecify.annotations.NullMarked;
