package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

/**
 * One mistake in a definition.
 *
 * @param place the call or the part of the text it is in, such as {@code accounts()}
 * @param message what was found, and what would be right
 * @since 0.1
 */
public record SpecProblem(String place, String message) {
    /** Checks that nothing is null. */
    public SpecProblem {
        requireNonNull(place, "place");
        requireNonNull(message, "message");
    }

    /** Returns the place and the message, as {@link SpecException} shows them. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
