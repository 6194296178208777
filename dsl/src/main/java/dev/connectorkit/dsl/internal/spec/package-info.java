/** What the model of a spec and its lint both need; no API. */
@NullMarked
package dev.connectorkit.dsl.internal.spec;

import org.jspecify.annotations.NullMarked;
