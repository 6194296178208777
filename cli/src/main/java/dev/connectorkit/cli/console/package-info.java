/**
 * The browser console of {@code connectorkit run}: its page, and the JSON behind it. Start at
 * {@link dev.connectorkit.cli.console.Console}.
 */
@NullMarked
package dev.connectorkit.cli.console;

import org.jspecify.annotations.NullMarked;
