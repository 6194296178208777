/** The one place where Jackson and JSON-P meet. Internal: may change in any release. */
@NullMarked
package dev.connectorkit.dsl.internal.json;

import org.jspecify.annotations.NullMarked;
