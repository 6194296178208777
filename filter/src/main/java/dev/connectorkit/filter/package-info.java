/** The filter language: compile a filter string, then ask it whether an object matches. */
@NullMarked
package dev.connectorkit.filter;

import org.jspecify.annotations.NullMarked;
