package dev.connectorkit.testkit.rules;

import dev.connectorkit.testkit.run.Exchange;
import java.util.List;

/** Ends a trial: the rule does not hold. */
final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Exchange> exchanges;
    private final transient List<String> failingCase;

    RuleFailure(String message, List<Exchange> exchanges, List<String> failingCase) {
        super(message, null, false, false);
        this.exchanges = List.copyOf(exchanges);
        this.failingCase = List.copyOf(failingCase);
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<String> failingCase() {
        return failingCase;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
