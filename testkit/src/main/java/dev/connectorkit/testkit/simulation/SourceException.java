package dev.connectorkit.testkit.simulation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the fake source answers when it does not do what it was asked: a status of HTTP, for connectors of any kind. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    SourceException(int status, String message, @Nullable Duration retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the status: 404 if there is no such object, 409 if there is one already, 429 if there are too many
     * requests, 408 if the call took longer than the client waits, 502 if the answer cannot be read, or 5xx.
     */
    public int status() {
        return status;
    }

    /** Returns how long to wait before the next attempt, where the source says so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
