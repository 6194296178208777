/** Keeps the pages true, and holds the sources of their samples. */
@NullMarked
package dev.connectorkit.docs;

import org.jspecify.annotations.NullMarked;
