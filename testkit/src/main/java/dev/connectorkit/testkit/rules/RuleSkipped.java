package dev.connectorkit.testkit.rules;

/** Ends a trial: there is nothing to try the rule on. */
final class RuleSkipped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleSkipped(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
