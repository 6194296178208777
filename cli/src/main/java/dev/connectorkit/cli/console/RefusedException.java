package dev.connectorkit.cli.console;

/** A request that cannot be answered; the message tells why and holds no secret. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    static RefusedException badRequest(String message) {
        return new RefusedException(400, message);
    }

    /** Returns a refusal of something well formed that the source, the filter or the connector does not accept. */
    static RefusedException unacceptable(String message) {
        return new RefusedException(422, message);
    }

    int status() {
        return status;
    }
}
