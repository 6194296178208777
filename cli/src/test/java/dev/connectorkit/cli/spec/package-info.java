@NullMarked
package dev.connectorkit.cli.spec;

import org.jspecify.annotations.NullMarked;
