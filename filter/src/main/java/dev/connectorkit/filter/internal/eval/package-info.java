/** Expression to executable program; the rules for values. Not for use outside this module. */
@NullMarked
package dev.connectorkit.filter.internal.eval;

import org.jspecify.annotations.NullMarked;
