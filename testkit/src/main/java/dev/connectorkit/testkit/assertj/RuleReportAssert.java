package dev.connectorkit.testkit.assertj;

import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what became of one rule. Every failure shows the rule's own explanation. */
public final class RuleReportAssert extends AbstractAssert<RuleReportAssert, RuleReport> {

    RuleReportAssert(@Nullable RuleReport report) {
        super(report, RuleReportAssert.class);
    }

    /** Verifies that the rule was exercised and holds. */
    public RuleReportAssert passed() {
        return has(RuleStatus.PASSED);
    }

    /** Verifies that the rule does not hold. */
    public RuleReportAssert failed() {
        return has(RuleStatus.FAILED);
    }

    /** Verifies that there was nothing to try the rule on. */
    public RuleReportAssert wasSkipped() {
        return has(RuleStatus.SKIPPED);
    }

    private RuleReportAssert has(RuleStatus status) {
        isNotNull();
        if (actual.status() != status) {
            throw failure(
                    "%s", "expected " + status + ", but it is " + actual.status() + "\n\n" + actual.explanation());
        }
        return this;
    }

    /** Verifies that what is wrong, or why the rule was not tried, contains {@code part}. */
    public RuleReportAssert says(String part) {
        isNotNull();
        if (!actual.message().contains(part)) {
            throw failure("%s", "expected a message with \"" + part + "\"\n\n" + actual.explanation());
        }
        return this;
    }
}
