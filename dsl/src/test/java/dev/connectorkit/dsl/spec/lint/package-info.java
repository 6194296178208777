@NullMarked
package dev.connectorkit.dsl.spec.lint;

import org.jspecify.annotations.NullMarked;
