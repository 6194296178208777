package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.AttributeChange;
import dev.connectorkit.dsl.command.TestConnectionInput;
import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.rules.Validation;
import dev.connectorkit.testkit.run.Invocation;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AirtableConnectorTest {
    @RegisterExtension
    final ConnectorExtension connector = ConnectorExtension.of(AirtableConnector.connector());

    final FakeAirtable airtable = new FakeAirtable();
    final Invocation configured = connector
            .withConfig("baseUrl", airtable.url())
            .withConfig("base", "appTest")
            .withConfig("token", "secret");

    AirtableConnectorTest() throws IOException {}

    @AfterEach
    void stop() {
        airtable.close();
    }

    @Test
    void test_connection_asks_for_a_page() {
        assertThat(configured.run(TEST_CONNECTION, TestConnectionInput.empty())).succeeded();
    }

    // region tests
    @Test
    void account_list_has_all_pages_but_what_the_filter_matches() {
        var run = configured.withConfig("filterString", "name == \"Grace\"").run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).succeeded().sentIds("rec1", "rec3");
    }

    @Test
    void a_call_that_is_refused_for_now_is_repeated() {
        airtable.refuseNext(2);

        assertThat(configured.run(ACCOUNT_LIST, AccountListInput.full()))
                .succeeded()
                .sent(3);
    }
    // endregion

    @Test
    void a_source_that_goes_on_refusing_fails_the_command() {
        airtable.refuseNext(3);

        assertThat(configured.run(ACCOUNT_LIST, AccountListInput.full()))
                .failedWithMessageContaining("GET ?pageSize=100: status 429");
    }

    @Test
    void an_unknown_record_is_not_found() {
        assertThat(configured.run(ACCOUNT_READ, AccountReference.of("rec9"))).failedAsNotFound();
    }

    @Test
    void groups_are_added_to_those_there_are() {
        var input = AccountUpdateInput.of("rec1", AttributeChange.add("groups", "b"));

        assertThat(configured.run(ACCOUNT_UPDATE, input).outputs())
                .singleElement()
                .satisfies(account ->
                        assertThat(account.attributes().texts("groups")).isEqualTo(List.of("a", "b")));
    }

    @Nested
    class Contract implements ConnectorContract {
        @Override
        public Validation connector() {
            return ConnectorContract.of(AirtableConnector.connector())
                    .config(Json.createObjectBuilder()
                            .add("baseUrl", airtable.url())
                            .add("base", "appTest")
                            .add("token", "secret")
                            .build());
        }
    }
}
