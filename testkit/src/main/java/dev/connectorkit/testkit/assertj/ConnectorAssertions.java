package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.lint.LintReport;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterResult;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.ValidationReport;
import dev.connectorkit.testkit.run.CommandRun;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The entry to all assertions of this kit and of AssertJ: {@code import static …ConnectorAssertions.assertThat}.
 *
 * <p>To see all that fails and not just the first, give them to AssertJ's soft assertions: {@code
 * assertSoftly(softly -> softly.check(() -> assertThat(run).succeeded()))}.
 */
public class ConnectorAssertions extends Assertions {

    /** Has static members only; protected, so that a project can add its own assertions in a subclass. */
    protected ConnectorAssertions() {}

    /** Returns assertions on a patch of a source's configuration. */
    public static PatchAssert assertThat(@Nullable JsonPatch actual) {
        return new PatchAssert(actual);
    }

    /** Returns assertions on a command that was run. */
    public static <O> CommandRunAssert<O> assertThat(@Nullable CommandRun<O> actual) {
        return new CommandRunAssert<>(actual);
    }

    /** Returns assertions on an account. */
    public static AccountAssert assertThat(@Nullable Account actual) {
        return new AccountAssert(actual);
    }

    /** Returns assertions on an entitlement. */
    public static EntitlementAssert assertThat(@Nullable Entitlement actual) {
        return new EntitlementAssert(actual);
    }

    /** Returns assertions on a schema. */
    public static SchemaAssert assertThat(@Nullable Schema actual) {
        return new SchemaAssert(actual);
    }

    /** Returns assertions on a connector specification. */
    public static ConnectorSpecAssert assertThat(@Nullable ConnectorSpec actual) {
        return new ConnectorSpecAssert(actual);
    }

    /** Returns assertions on what the lint found in a specification. */
    public static LintReportAssert assertThat(@Nullable LintReport actual) {
        return new LintReportAssert(actual);
    }

    /** Returns assertions on the outcome of compiling a filter. */
    public static FilterResultAssert assertThat(@Nullable FilterResult actual) {
        return new FilterResultAssert(actual);
    }

    /** Returns assertions on a filter. */
    public static FilterAssert assertThat(@Nullable Filter actual) {
        return new FilterAssert(actual);
    }

    /** Returns assertions on state, a configuration or any other JSON object. */
    public static JsonObjectAssert assertThat(@Nullable JsonObject actual) {
        return new JsonObjectAssert(actual);
    }

    /** Returns assertions on the report of a validation. */
    public static ValidationReportAssert assertThat(@Nullable ValidationReport actual) {
        return new ValidationReportAssert(actual);
    }

    /** Returns assertions on what became of a rule. */
    public static RuleReportAssert assertThat(@Nullable RuleReport actual) {
        return new RuleReportAssert(actual);
    }
}
