package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.testkit.rules.Rule;
import dev.connectorkit.testkit.rules.RuleKind;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.Validation;
import dev.connectorkit.testkit.rules.ValidationRun;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The rules that every connector keeps, as tests: implement the one method, inherit a test for each rule.
 *
 * <pre>{@code
 * class AirtableContract implements ConnectorContract {
 *   @Override
 *   public Validation connector() {
 *     return ConnectorContract.of(airtable).config(config).source(source);
 *   }
 * }
 * }</pre>
 *
 * <p>A rule that is skipped or bypassed is an aborted test that says why, and so is one that is no requirement and fails.
 * One that stumbles over itself, or over the hand on the source, is a test that ends in an error.
 */
public interface ConnectorContract {

    /** Returns the connector to hold against the rules, and how. */
    Validation connector();

    /** Returns the validation of a connector, to be told its configuration and its source; {@code run()} runs it at once. */
    static Validation of(Connector connector) {
        return Validation.of(connector);
    }

    /** Returns a test for each rule, in order; the rule's id is the test's name. */
    @TestFactory
    default Stream<DynamicTest> rules() {
        var run = connector().start();
        return run.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id() + ": " + rule.title(), () -> attempt(run, rule)))
                .onClose(run::close);
    }

    private static void attempt(ValidationRun run, Rule rule) {
        var report = run.attempt(rule);
        if (report.status() == RuleStatus.FAILED && report.kind() == RuleKind.REQUIRED) {
            throw new AssertionFailedError(explanation(run, report));
        }
        if (report.status() == RuleStatus.ERROR) {
            throw new IllegalStateException(report.message());
        }
        if (report.status() != RuleStatus.PASSED) {
            throw new TestAbortedException(
                    report.status() == RuleStatus.FAILED ? explanation(run, report) : report.message());
        }
    }

    private static String explanation(ValidationRun run, RuleReport report) {
        return report.explanation() + "\n\nseed " + run.seed();
    }
}
