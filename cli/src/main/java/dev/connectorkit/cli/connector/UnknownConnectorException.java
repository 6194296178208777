package dev.connectorkit.cli.connector;

/** A connector that the command line names and that cannot be had. */
public final class UnknownConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownConnectorException(String message) {
        super(message);
    }

    UnknownConnectorException(String message, Throwable cause) {
        super(message, cause);
    }
}
