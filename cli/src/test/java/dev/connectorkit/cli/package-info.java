@NullMarked
package dev.connectorkit.cli;

import org.jspecify.annotations.NullMarked;
