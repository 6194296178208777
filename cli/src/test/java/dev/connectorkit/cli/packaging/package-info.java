@NullMarked
package dev.connectorkit.cli.packaging;

import org.jspecify.annotations.NullMarked;
