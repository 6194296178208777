package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.run.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// region test
class BadgeConnectorTest {
    @RegisterExtension
    final ConnectorExtension badges = ConnectorExtension.of(BadgeConnector.connector(BadgeSystem.withAdaAndGrace()));

    final Invocation configured =
            badges.withConfig("baseUrl", "https://badges.example.com").withConfig("token", "secret");

    @Test
    void account_list_leaves_out_what_the_filter_matches() {
        var run = configured
                .withConfig("filterString", "email.endsWithIgnoreCase(\"@contractor.com\")")
                .run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).succeeded().sentIds("ada");
    }

    @Test
    void an_unknown_badge_is_not_found() {
        assertThat(configured.run(ACCOUNT_READ, AccountReference.of("nobody"))).failedAsNotFound();
    }
}
// endregion
