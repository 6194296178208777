package dev.connectorkit.testkit.rules;

/** Says that nothing is known of what a connector declares, so that it cannot be validated. */
public final class SpecUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpecUnavailableException(String message) {
        super(message);
    }
}
