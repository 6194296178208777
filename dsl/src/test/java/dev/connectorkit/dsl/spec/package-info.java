@NullMarked
package dev.connectorkit.dsl.spec;

import org.jspecify.annotations.NullMarked;
