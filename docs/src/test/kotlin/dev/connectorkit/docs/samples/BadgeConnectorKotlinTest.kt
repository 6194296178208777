package dev.connectorkit.docs.samples

import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.junit.ConnectorExtension
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class BadgeConnectorKotlinTest {
    @RegisterExtension
    @JvmField
    val badges: ConnectorExtension =
        ConnectorExtension.of(badgeConnector(BadgeSystem.withAdaAndGrace()))

    @Test
    fun `account list leaves out what the filter matches`() {
        val run =
            badges
                .withConfig("baseUrl", "https://badges.example.com")
                .withConfig("token", "secret")
                .withConfig("filterString", "type == \"Contractor\"")
                .run(ACCOUNT_LIST, AccountListInput.full())

        assertThat(run).succeeded().sentIds("ada")
    }
}
