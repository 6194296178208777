/** Rules that every connector keeps, and the engine that checks them. Knows no test framework. */
@NullMarked
package dev.connectorkit.testkit.rules;

import org.jspecify.annotations.NullMarked;
