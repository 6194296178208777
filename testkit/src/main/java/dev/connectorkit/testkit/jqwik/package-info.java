/** Arbitraries by subject, for jqwik properties: JSON values, stored values and their edits. */
@NullMarked
package dev.connectorkit.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
