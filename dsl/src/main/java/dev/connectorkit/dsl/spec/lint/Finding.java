package dev.connectorkit.dsl.spec.lint;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One thing found in a spec.
 *
 * @param rule the rule that found it; its code is stable
 * @param severity how much it matters
 * @param line the line, from 1
 * @param column the column in that line, in UTF-16 units from 1
 * @param pointer the JSON Pointer (RFC 6901) of the value it is about; empty for the whole text
 * @param message what was found
 * @param suggestion what would be right, or null when there is nothing to do
 * @since 0.1
 */
public record Finding(
        LintRule rule,
        Severity severity,
        int line,
        int column,
        String pointer,
        String message,
        @Nullable String suggestion) {
    /** Checks that nothing is null but what may be left out. */
    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(pointer, "pointer");
        requireNonNull(message, "message");
    }

    /** Returns the finding on one line, as a compiler would print it. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + severity.text() + ": " + message
                + (suggestion == null ? "" : "; " + suggestion) + " [" + rule.code() + "]";
    }
}
