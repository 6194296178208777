package dev.connectorkit.testkit.assertj;

import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.ValidationReport;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the report of a validation.
 *
 * <pre>{@code
 * assertThat(ConnectorContract.of(connector).run()).passed().skippedOnly("password.changes").rule("list.complete").passed();
 * }</pre>
 */
public final class ValidationReportAssert extends AbstractAssert<ValidationReportAssert, ValidationReport> {

    ValidationReportAssert(@Nullable ValidationReport report) {
        super(report, ValidationReportAssert.class);
    }

    /** Verifies that no required rule failed, and none stumbled; a failure tells the whole story of each that did. */
    public ValidationReportAssert passed() {
        isNotNull();
        if (!actual.passed()) {
            throw failure("%s", "expected no required rule to fail\n\n" + actual.summary());
        }
        return this;
    }

    /** Verifies which rules found nothing to try them on, in any order. */
    public ValidationReportAssert skippedOnly(String... rules) {
        isNotNull();
        var expected = new TreeSet<>(List.of(rules));
        var skipped = new TreeSet<String>();
        actual.with(RuleStatus.SKIPPED).forEach(rule -> skipped.add(rule.rule()));
        if (!skipped.equals(expected)) {
            var reasons = actual.with(RuleStatus.SKIPPED).stream()
                    .map(ValidationReportAssert::reason)
                    .toList();
            throw failure(
                    "%s",
                    "expected only " + expected + " to be skipped, but these are:\n" + String.join("\n", reasons));
        }
        return this;
    }

    private static String reason(RuleReport rule) {
        return rule.rule() + ": " + rule.message();
    }

    /** Navigates to what became of one rule. */
    public RuleReportAssert rule(String id) {
        isNotNull();
        return new RuleReportAssert(actual.rule(id));
    }
}
