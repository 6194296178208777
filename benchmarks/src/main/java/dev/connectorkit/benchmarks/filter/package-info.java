/**
 * Filter evaluation and compilation beside the expression languages of the JVM.
 *
 * <p>{@link dev.connectorkit.benchmarks.filter.Question} is what is asked, {@link
 * dev.connectorkit.benchmarks.filter.Engine} who answers.
 */
@NullMarked
package dev.connectorkit.benchmarks.filter;

import org.jspecify.annotations.NullMarked;
