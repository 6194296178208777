package dev.connectorkit.filter.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * One thing to say about a filter.
 *
 * @param code what kind of thing; stable
 * @param severity how much it weighs
 * @param message one line for a person
 * @param span where in the filter text
 * @param suggestions what was probably meant, best first: a name to put in place of the span, or the
 *     mended part of the filter, which compiles as it stands
 * @param fix the edits that put the first suggestion into effect; empty where the choice is not ours
 */
public record Issue(
        IssueCode code, Severity severity, String message, Span span, List<String> suggestions, List<Edit> fix) {
    /** Copies the lists. */
    public Issue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(span, "span");
        suggestions = List.copyOf(suggestions);
        fix = List.copyOf(fix);
    }

    /** Returns the same issue with these suggestions and this fix. */
    public Issue suggesting(List<String> suggestions, List<Edit> fix) {
        return new Issue(code, severity, message, span, suggestions, fix);
    }

    /** Returns the same issue with another severity. */
    public Issue withSeverity(Severity severity) {
        return new Issue(code, severity, message, span, suggestions, fix);
    }
}
