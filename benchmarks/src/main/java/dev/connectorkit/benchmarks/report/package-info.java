/** Tables and plots from results in JMH's JSON format. */
@NullMarked
package dev.connectorkit.benchmarks.report;

import org.jspecify.annotations.NullMarked;
