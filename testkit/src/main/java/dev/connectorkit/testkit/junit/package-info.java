/** The kit as a JUnit extension. */
@NullMarked
package dev.connectorkit.testkit.junit;

import org.jspecify.annotations.NullMarked;
