/** {@code connectorkit package}: a connector and all it needs to run, in one jar. */
@NullMarked
package dev.connectorkit.cli.packaging;

import org.jspecify.annotations.NullMarked;
