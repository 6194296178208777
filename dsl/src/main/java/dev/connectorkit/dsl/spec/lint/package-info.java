/**
 * Finds mistakes in the text of a {@code connector-spec.json}, with their line and column. Start at {@link
 * dev.connectorkit.dsl.spec.lint.SpecLint#check}.
 *
 * @since 0.1
 */
@NullMarked
package dev.connectorkit.dsl.spec.lint;

import org.jspecify.annotations.NullMarked;
