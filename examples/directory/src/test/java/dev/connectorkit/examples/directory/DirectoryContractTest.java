package dev.connectorkit.examples.directory;

import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.Validation;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.ForwardingDriver;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.LineListener;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The connector against every rule. */
class DirectoryContractTest implements ConnectorContract {
    @Override
    public Validation connector() {
        return ConnectorContract.of(new DirectoryConnector().connector()).config(database("contract"));
    }

    private static JsonObject database(String name) {
        return Json.createObjectBuilder()
                .add("jdbcUrl", "jdbc:h2:mem:" + name)
                .add("people", 60)
                .build();
    }

    @Test
    void what_is_skipped_is_skipped_for_want_of_a_hand_on_the_database_or_of_a_command() {
        var report = connector().config(database("skips")).run();

        assertThat(report.with(RuleStatus.FAILED)).as(report.summary()).isEmpty();
        var reasons = report.with(RuleStatus.SKIPPED).stream()
                .filter(rule -> !rule.message().startsWith("not tested: it needs a hand on the source"))
                .collect(Collectors.toMap(RuleReport::rule, RuleReport::message));
        assertThat(reasons)
                .containsOnly(
                        entry("password.changes-source", "the connector does not declare std:change-password"),
                        entry("password.leaves-rest", "the connector does not declare std:change-password"),
                        entry("password.keeps-switches", "the connector does not declare std:change-password"),
                        entry("not-found.change-password", "the connector does not declare std:change-password"),
                        entry(
                                "faults.error-fails-change-password",
                                "the connector does not declare std:change-password"),
                        entry("authenticate.wrong-password-fails", "the connector does not declare std:authenticate"),
                        entry(
                                "authenticate.equals-read",
                                "the connector does not declare std:authenticate, std:change-password"),
                        entry(
                                "test-connection.empty-config-fails",
                                "the specification requires no config item, and the connector takes an empty config"
                                        + " for a good one"),
                        entry("entitlements.read-by-type", "there is one type of entitlements"),
                        entry("config-options.shape", "the connector does not declare std:config-options:read"),
                        entry("source-data.shape", "the connector does not declare std:source-data:discover"),
                        entry(
                                "source-data.read",
                                "the connector does not declare std:source-data:discover, std:source-data:read"),
                        entry("source-data.limit", "the connector does not declare std:source-data:discover"),
                        entry("datasets.shape", "the connector declares no command about datasets"),
                        entry("applications.shape", "the connector does not declare std:application-discovery:list"),
                        entry(
                                "protocol.media-type",
                                "there is no media type where the connector is not asked over HTTP"),
                        entry("test-connection.wrong-secrets-fail", "the configuration has no secret"),
                        entry("data-store.patches-apply", "there was nothing to try it on"),
                        entry(
                                "data-store.bounded",
                                "neither list nor read stores anything in the source's configuration"));
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void a_connector_that_adds_what_it_should_remove_is_told_so_in_plain_words() {
        var connector = new DirectoryConnector().connector();

        var report = Validation.of(new AddsInsteadOfRemoving(InProcessDriver.of(connector)))
                .spec(connector.spec().toJson())
                .config(database("faulty"))
                .run();

        assertThat(report.with(RuleStatus.FAILED))
                .extracting(RuleReport::rule)
                .contains("update.remove", "update.remove-clears-single", "update.any-sequence")
                .allMatch(rule -> rule.startsWith("update."));
        assertThat(report.rule("update.any-sequence").message())
                .matches("after \\[\\{\"op\":\"Remove\",\"attribute\":\"(phones|groups)\",\"value\":.*}], attribute"
                        + " `\\1` should be \\[.*] but is .*");
        assertThat(report.rule("update.any-sequence").failingCase())
                .hasSize(2)
                .first()
                .isEqualTo("create an account");
    }

    /** The connector with a mistake: it takes Remove for Add. */
    private static final class AddsInsteadOfRemoving extends ForwardingDriver {
        AddsInsteadOfRemoving(Driver connector) {
            super(connector);
        }

        @Override
        public Ending stream(CommandRequest request, LineListener listener) {
            var body = request.toJson().toString().replace("\"op\":\"Remove\"", "\"op\":\"Add\"");
            return super.stream(CommandRequest.parse(body), listener);
        }
    }
}
