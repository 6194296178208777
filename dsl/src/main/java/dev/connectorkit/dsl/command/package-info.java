/**
 * The vocabulary of commands: typed tokens, their inputs and outputs, and what a handler works with.
 *
 * <p>Start at {@link dev.connectorkit.dsl.command.Commands} for the standard commands and at {@link
 * dev.connectorkit.dsl.command.Handler} for what answers them.
 */
@NullMarked
package dev.connectorkit.dsl.command;

import org.jspecify.annotations.NullMarked;
