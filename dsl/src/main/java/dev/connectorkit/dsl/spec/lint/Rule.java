package dev.connectorkit.dsl.spec.lint;

/** Looks for one kind of mistake; most rules are one method. */
@FunctionalInterface
interface Rule {
    void check(SpecView spec, Findings findings);
}
