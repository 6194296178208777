package dev.connectorkit.testkit.rules;

/** What became of a rule. */
public enum RuleStatus {
    /** It was exercised and holds. */
    PASSED,
    /** It was exercised and does not hold. */
    FAILED,
    /** There was nothing to exercise it on, for a reason that the report gives. */
    SKIPPED,
    /** It could not be exercised, since the rule itself or the hand on the source stumbled; the connector may be correct. */
    ERROR,
    /** It was left out on purpose, for a reason that someone gave. */
    BYPASSED
}
