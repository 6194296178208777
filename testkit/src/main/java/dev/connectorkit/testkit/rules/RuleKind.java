package dev.connectorkit.testkit.rules;

/** How much a rule weighs. */
public enum RuleKind {
    /** Every connector keeps it: a failure is a fault. */
    REQUIRED,
    /** A good connector keeps it; the platform works without. */
    OPTIONAL,
    /** Whether it fails depends on the data that was met, so a failure is a strong hint. */
    STOCHASTIC
}
