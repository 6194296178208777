/** Runs commands, in process and over HTTP, and keeps what came back. Knows no test framework. */
@NullMarked
package dev.connectorkit.testkit.run;

import org.jspecify.annotations.NullMarked;
