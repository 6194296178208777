package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Why an invocation failed.
 *
 * @param type {@link #GENERIC} or {@link #NOT_FOUND} where the connector said so, {@link #PROTOCOL} where the answer
 *     itself broke the protocol
 * @param message the connector's words, or what broke the protocol
 */
public record Failure(String type, String message) {
    /** The type of any failure of a connector that has no type of its own. */
    public static final String GENERIC = "generic";
    /** The type of a failure that says the object does not exist. */
    public static final String NOT_FOUND = "notFound";
    /** The type of an answer that is none: no JSON, cut off, or silent for too long. */
    public static final String PROTOCOL = "protocol";

    private static final String SILENCE = "nothing was sent for ";
    private static final Pattern STACK_FRAME = Pattern.compile("(?m)^\\s+at \\S");

    /** Checks that nothing is null. */
    public Failure {
        requireNonNull(type, "type");
        requireNonNull(message, "message");
    }

    /** Returns the failure of an answer that nothing came of for longer than anybody waits. */
    public static Failure silence(Duration length) {
        return new Failure(PROTOCOL, SILENCE + length.toSeconds() + " s");
    }

    /** Returns whether nothing came for longer than anybody waits. */
    public boolean isSilence() {
        return type.equals(PROTOCOL) && message.startsWith(SILENCE);
    }

    /**
     * Reads the text that a server of the protocol sends for a failure, which begins with the error type: {@code
     * notFound error: no such account}. Text of another form is a generic failure. The development server of the
     * TypeScript SDK puts a plus sign before the words and the stack behind them; the plus sign is left out.
     */
    public static Failure parse(String text) {
        var stripped = text.strip();
        var colon = stripped.indexOf(':');
        var head = (colon < 0 ? "" : stripped.substring(0, colon)).strip();
        if (head.endsWith(" error")) {
            var type = head.substring(0, head.length() - " error".length()).strip();
            if (type.equals(GENERIC) || type.equals(NOT_FOUND)) {
                return new Failure(
                        type, withoutPlus(stripped.substring(colon + 1).strip()));
            }
        }
        return new Failure(GENERIC, stripped);
    }

    private static String withoutPlus(String words) {
        return words.startsWith("+ ") ? words.substring(2).strip() : words;
    }

    /** Returns the message without the stack that follows it, if one does. */
    public String reason() {
        var stack = STACK_FRAME.matcher(message);
        return stack.find() ? message.substring(0, stack.start()).strip() : message;
    }

    /** Returns whether the connector said that the object does not exist. */
    public boolean isNotFound() {
        return type.equals(NOT_FOUND);
    }

    /** Returns the type and the {@link #reason}. */
    @Override
    public String toString() {
        return type + " error: " + reason();
    }
}
