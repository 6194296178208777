package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.spec.lint.LintReport;
import dev.connectorkit.dsl.spec.lint.LintRule;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the findings of a spec's lint. Every failure shows all of them.
 *
 * <pre>{@code
 * assertThat(SpecLint.check(text)).hasNoErrors().found(LintRule.CRLF_LINE_ENDINGS);
 * }</pre>
 */
public final class LintReportAssert extends AbstractAssert<LintReportAssert, LintReport> {
    private static final String ORIGIN = "connector-spec.json";

    LintReportAssert(@Nullable LintReport report) {
        super(report, LintReportAssert.class);
    }

    private LintReportAssert require(boolean holds, String problem) {
        if (!holds) {
            throw failure("%s", problem + "\n\n" + actual.toText(ORIGIN));
        }
        return this;
    }

    /** Verifies that nothing was found. */
    public LintReportAssert isClean() {
        isNotNull();
        return require(actual.findings().isEmpty(), "expected no findings");
    }

    /** Verifies that nothing that was found is an error. */
    public LintReportAssert hasNoErrors() {
        isNotNull();
        return require(!actual.hasErrors(), "expected no errors");
    }

    /** Verifies that a rule found something. */
    public LintReportAssert found(LintRule rule) {
        isNotNull();
        return require(
                actual.findings().stream().anyMatch(finding -> finding.rule() == rule),
                "expected a finding of `" + rule.code() + "`");
    }

    /**
     * Verifies that a rule found something about one value.
     *
     * @param pointer the JSON Pointer (RFC 6901) of the value
     */
    public LintReportAssert foundAt(LintRule rule, String pointer) {
        isNotNull();
        return require(
                actual.findings().stream()
                        .anyMatch(finding ->
                                finding.rule() == rule && finding.pointer().equals(pointer)),
                "expected a finding of `" + rule.code() + "` about " + pointer);
    }

    /** Verifies that a rule found nothing. */
    public LintReportAssert foundNo(LintRule rule) {
        isNotNull();
        return require(
                actual.findings().stream().noneMatch(finding -> finding.rule() == rule),
                "expected no finding of `" + rule.code() + "`");
    }
}
