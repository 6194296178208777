package dev.connectorkit.dsl.runtime;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An invocation that failed, as the platform is told. In its message secrets are masked; its cause is the handler's own
 * exception, untouched: log {@link #details()} rather than the cause.
 */
public final class InvocationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ConnectorException.Type type;
    private final boolean answerStarted;
    private final transient SecretMask mask;

    InvocationException(
            ConnectorException.Type type, String message, Throwable cause, boolean started, SecretMask mask) {
        super(mask.apply(message), cause);
        this.type = requireNonNull(type, "type");
        this.answerStarted = started;
        this.mask = mask;
    }

    /** Returns the failure of an invocation that its host cancelled, for the reason given. */
    public static InvocationException cancelled(String reason, Throwable cause, boolean answerStarted) {
        var mask = cause instanceof InvocationException failure ? failure.mask : SecretMask.NONE;
        return new InvocationException(ConnectorException.Type.TIMEOUT, reason, cause, answerStarted, mask);
    }

    /** Returns what kind of failure it is; {@link ConnectorException.Type#wireName()} is what the platform sees. */
    public ConnectorException.Type type() {
        return type;
    }

    /** Returns whether lines were written before the failure, so that it must be told in a line of its own. */
    public boolean answerStarted() {
        return answerStarted;
    }

    /** Returns the text of an answer that had not started: {@code notFound error: no account with the id `ada`}. */
    public String text() {
        return type.wireName() + " error: " + getMessage();
    }

    /**
     * Returns the last line of an answer that had started: {@code {"type":"error","data":{"type":…,"message":…}}} and a
     * line feed.
     */
    public byte[] line() {
        var message = Json.text(requireNonNull(getMessage(), "message"));
        var json = Json.object()
                .add("type", EventType.ERROR.wireName())
                .add("data", Json.object().add("type", type.wireName()).add("message", message));
        var bytes = Json.toText(json.build()).getBytes(StandardCharsets.UTF_8);
        var line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    /** Returns the cause's stack trace with its secrets masked, for logs. */
    public String details() {
        var trace = new StringWriter();
        requireNonNull(getCause(), "cause").printStackTrace(new PrintWriter(trace));
        return mask.apply(trace.toString());
    }
}
