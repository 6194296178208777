package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.run.CommandRun;
import jakarta.json.JsonPatch;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** The entry to all assertions of this kit and of AssertJ: {@code import static …ConnectorAssertions.assertThat}. */
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

    /** Returns assertions on what became of a rule. */
    public static RuleReportAssert assertThat(@Nullable RuleReport actual) {
        return new RuleReportAssert(actual);
    }
}
