/** Tests that authors of connectors may write; the guide shows them. */
@NullMarked
package dev.connectorkit.testkit.samples;

import org.jspecify.annotations.NullMarked;
