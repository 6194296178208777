/** What a compiler has to say about a filter: issues with stable codes, positions and suggestions, as data, text and JSON. Start at {@link dev.connectorkit.filter.diagnostic.Issue}. */
@NullMarked
package dev.connectorkit.filter.diagnostic;

import org.jspecify.annotations.NullMarked;
