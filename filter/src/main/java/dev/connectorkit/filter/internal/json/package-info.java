/** A minimal writer of JSON. Not for use outside this module. */
@NullMarked
package dev.connectorkit.filter.internal.json;

import org.jspecify.annotations.NullMarked;
