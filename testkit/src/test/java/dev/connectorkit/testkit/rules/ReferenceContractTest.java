package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.rules.report.ReportFormat;
import jakarta.json.JsonString;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The contract as an author writes it; its own tests follow. */
class ReferenceContractTest implements ConnectorContract {
    @Override
    public Validation connector() {
        return new Reference().validation().only("list.equals-read", "schema.types", "create.minimal");
    }

    @Test
    void a_broken_rule_is_a_failed_test_with_the_rules_id_in_its_name() {
        ConnectorContract broken =
                () -> new Reference().slip(Slip.ADD_NESTS).validation().only("update.add");

        var test = broken.rules().toList().get(0);

        assertThat(test.getDisplayName()).startsWith("update.add: ");
        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("should be")
                .hasMessageContaining("seed 1");
    }

    @Test
    void a_bypassed_rule_is_an_aborted_test_that_says_why() {
        ConnectorContract bypassed =
                () -> new Reference().validation().only("update.add").bypass("update.add", "the source cannot");

        var test = bypassed.rules().toList().get(0);

        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("the source cannot");
    }

    @Test
    void a_connector_that_sends_nothing_passes_no_rule_about_objects() {
        var silent = new Reference();
        silent.spec()
                .getJsonArray("commands")
                .getValuesAs(JsonString.class)
                .forEach(command -> silent.handler(command.getString(), (request, sink) -> {}));

        var report = silent.validation().run();

        assertThat(report.with(RuleStatus.PASSED))
                .extracting(RuleReport::rule)
                .allMatch(rule -> Stream.of("spec.", "secrets.", "life.").anyMatch(rule::startsWith))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"update.add,3", "update.any-sequence,2"})
    void a_failure_is_shrunk_to_the_shortest_sequence(String rule, int steps) {
        var report = new Reference()
                .slip(Slip.ADD_DUPLICATES)
                .validation()
                .only(rule)
                .run();

        // Adding what is there is wrong by itself; it is there from the creation, or from one step after it.
        assertThat(report.rules().get(0).failingCase()).hasSize(steps).first().isEqualTo("create an account");
    }

    @Test
    void every_report_names_rule_seed_and_command_line_and_no_secret() {
        var report = new Reference()
                .slip(Slip.TOKEN_IN_ERROR, Slip.FILTER_INVERTED)
                .validation()
                .only("filter.leaves-out-matches", "secrets.not-leaked", "spec.key-type")
                .seed(42)
                .run();

        for (var format : ReportFormat.values()) {
            assertThat(format.write(report, "connectorkit validate --seed 42"))
                    .as(format.name())
                    .contains("filter.leaves-out-matches", "42", "connectorkit validate --seed 42")
                    .doesNotContain(ReferenceSpec.CONFIG.getString("token"))
                    .doesNotContain("connectorkit-wrong-secret-");
        }
        assertThat(ReportFormat.HTML.write(report, ""))
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("src=\"http");
    }
}
