/** What surrounds a connector, simulated: the clock, the source and its faults, the platform. */
@NullMarked
package dev.connectorkit.testkit.simulation;

import org.jspecify.annotations.NullMarked;
