/** The syntax tree of a filter, for tools that read or rewrite filters. Start at {@link dev.connectorkit.filter.ast.Expr}. */
@NullMarked
package dev.connectorkit.filter.ast;

import org.jspecify.annotations.NullMarked;
