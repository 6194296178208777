package dev.connectorkit.testkit.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of one rule. Holds no secrets.
 *
 * @param rule the rule's id, such as {@code list.equals-read}
 * @param title what the rule says
 * @param kind how much it weighs
 * @param status what became of it
 * @param message what is wrong, or why it was not tested; empty where it passed
 * @param objects how many objects it looked at
 * @param attributes how many attribute values it looked at
 * @param notes what an author may want to know though it is no fault
 * @param failingCase the shortest list of steps that fails; empty where it did not fail
 * @param exchanges what was sent and what came back where it failed, for people to read
 */
public record RuleReport(
        String rule,
        String title,
        RuleKind kind,
        RuleStatus status,
        String message,
        long objects,
        long attributes,
        List<String> notes,
        List<String> failingCase,
        List<String> exchanges) {

    /** Checks and copies. */
    public RuleReport {
        requireNonNull(rule, "rule");
        requireNonNull(title, "title");
        requireNonNull(kind, "kind");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        notes = List.copyOf(notes);
        failingCase = List.copyOf(failingCase);
        exchanges = List.copyOf(exchanges);
    }

    /** Returns whether this is a fault that no connector may have. */
    public boolean isFault() {
        return status == RuleStatus.FAILED && kind == RuleKind.REQUIRED;
    }

    /** Returns the whole story of a failure for people to read: message, failing case and exchanges. */
    public String explanation() {
        var text =
                new StringBuilder(rule).append(": ").append(title).append('\n').append(message);
        if (!failingCase.isEmpty()) {
            text.append("\n\nshortest case that fails:");
            failingCase.forEach(step -> text.append("\n  ").append(step));
        }
        if (!exchanges.isEmpty()) {
            text.append("\n\nexchange:");
            exchanges.forEach(exchange -> text.append('\n').append(exchange));
        }
        notes.forEach(note -> text.append("\nnote: ").append(note));
        return text.toString();
    }
}
