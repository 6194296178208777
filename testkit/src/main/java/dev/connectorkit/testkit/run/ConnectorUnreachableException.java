package dev.connectorkit.testkit.run;

/** Says that a connector could not be asked at all, so that nothing is known about it. */
public final class ConnectorUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message names what could not be reached and why. */
    public ConnectorUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
