package dev.connectorkit.testkit.simulation;

/**
 * Ends a command that would not end by itself: its handler asks for the same page again and again, or never gives up a
 * source that fails. An error, so that a handler that catches exceptions to go on does not go on.
 */
public final class EndlessCommandError extends Error {
    private static final long serialVersionUID = 1L;

    /** Creates the error; {@code message} says what goes on without end. */
    public EndlessCommandError(String message) {
        super(message);
    }
}
