@NullMarked
package dev.connectorkit.cli.console;

import org.jspecify.annotations.NullMarked;
