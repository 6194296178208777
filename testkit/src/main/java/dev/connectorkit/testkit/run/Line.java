package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import java.time.Duration;

/**
 * One line of an answer.
 *
 * @param type {@link #OUTPUT}, {@link #STATE}, {@link #KEEP_ALIVE}, {@link #CONFIG}, or whatever else was sent
 * @param data what the line carries
 * @param at when it arrived, counted from the start of the invocation, on the driver's clock
 * @param size the length of the whole line in bytes of UTF-8, without its end
 */
public record Line(String type, JsonValue data, Duration at, int size) {
    /** The type of a line that carries an output of the command. */
    public static final String OUTPUT = "output";
    /** The type of a line that carries the state to save. */
    public static final String STATE = "state";
    /** The type of a line that says the connector is still at work. */
    public static final String KEEP_ALIVE = "keepAlive";
    /** The type of a line that carries a JSON Patch for the source's configuration. */
    public static final String CONFIG = "config";

    /** Checks that nothing is null. */
    public Line {
        requireNonNull(type, "type");
        requireNonNull(data, "data");
        requireNonNull(at, "at");
    }
}
