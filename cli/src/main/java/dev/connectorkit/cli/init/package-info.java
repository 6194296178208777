/** {@code connectorkit init}: new projects from the templates in {@code src/template}. */
@NullMarked
package dev.connectorkit.cli.init;

import org.jspecify.annotations.NullMarked;
