package dev.connectorkit.testkit.simulation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the fake source answers when it does not do what it was asked: a status of HTTP, for connectors of any kind. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    private final Fault.@Nullable What fault;
    private final transient @Nullable Object lost;

    SourceException(int status, String message, @Nullable Duration retryAfter) {
        this(status, message, retryAfter, null, null);
    }

    /** @param lost what the answer would have been, where it got lost on the way */
    SourceException(
            int status,
            String message,
            @Nullable Duration retryAfter,
            Fault.@Nullable What fault,
            @Nullable Object lost) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
        this.fault = fault;
        this.lost = lost;
    }

    /**
     * Returns the status: 404 if there is no such object, 409 if there is one already, 429 if there are too many
     * requests, 408 if the call took longer than the client waits, 502 if the answer cannot be read, or 5xx.
     */
    public int status() {
        return status;
    }

    /** Returns the fault that was injected, or null if the source refused the call by itself. */
    public Fault.@Nullable What fault() {
        return fault;
    }

    @Nullable
    Object lost() {
        return lost;
    }

    /** Returns how long to wait before the next attempt, where the source says so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
