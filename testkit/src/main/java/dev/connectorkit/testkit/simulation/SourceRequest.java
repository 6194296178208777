package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One call that a connector made to its source.
 *
 * @param kind what sort of call it was
 * @param target what was asked for, for people to read, such as {@code users?cursor=20}
 * @param at when it was made, on the source's clock
 */
public record SourceRequest(Kind kind, String target, Instant at) {

    /** What sort of call it was. */
    public enum Kind {
        /** Reads one page of many objects, or of the changes to them. */
        LIST,
        /** Reads one object, or asks whether the source is there. */
        READ,
        /** Creates an object: not safe to repeat. */
        CREATE,
        /** Changes an object. */
        UPDATE,
        /** Removes an object. */
        DELETE
    }

    /** Checks that nothing is null. */
    public SourceRequest {
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
        requireNonNull(at, "at");
    }
}
