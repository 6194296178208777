/** Checks that the modules' tests in Kotlin show the whole of their API. */
@NullMarked
package dev.connectorkit.kotlin;

import org.jspecify.annotations.NullMarked;
