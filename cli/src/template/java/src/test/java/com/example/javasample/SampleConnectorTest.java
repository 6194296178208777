package com.example.javasample;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.run.Invocation;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SampleConnectorTest {
    @RegisterExtension
    final ConnectorExtension connector = ConnectorExtension.of(new SampleConnector().connector());

    final FakeSampleApi api = new FakeSampleApi(0);
    final Invocation configured = connector.withConfig("baseUrl", api.baseUrl()).withConfig("token", "secret");

    SampleConnectorTest() throws IOException {}

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void account_list_has_the_people_of_all_pages() {
        assertThat(configured.run(ACCOUNT_LIST, AccountListInput.full()))
                .succeeded()
                .sentIds("ada", "grace", "mary");
    }

    @Test
    void account_list_leaves_out_whom_the_filter_matches() {
        var run = configured
                .withConfig("filterString", "department != \"Research\"")
                .run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).succeeded().sentIds("ada", "mary");
    }

    @Test
    void an_unknown_person_is_not_found() {
        assertThat(configured.run(ACCOUNT_READ, AccountReference.of("nobody"))).failedAsNotFound();
    }
}
