/** The sources of the samples in README and guide. */
@NullMarked
package dev.connectorkit.docs.samples;

import org.jspecify.annotations.NullMarked;
