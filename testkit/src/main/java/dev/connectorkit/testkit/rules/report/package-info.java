/** Writes validation reports: a table for consoles, JSON and JUnit XML for tools, one HTML page for people. */
@NullMarked
package dev.connectorkit.testkit.rules.report;

import org.jspecify.annotations.NullMarked;
