package com.example.kotlinsample

import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.junit.ConnectorExtension
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class SampleConnectorTest {
    @JvmField
    @RegisterExtension
    val connector: ConnectorExtension = ConnectorExtension.of(SampleConnector().connector())

    private val api = FakeSampleApi(0)
    private val configured =
        connector.withConfig("baseUrl", api.baseUrl).withConfig("token", "secret")

    @AfterEach fun stop() = api.close()

    @Test
    fun `account list has the people of all pages`() {
        assertThat(configured.run(ACCOUNT_LIST, AccountListInput.full()))
            .succeeded()
            .sentIds("ada", "grace", "mary")
    }

    @Test
    fun `account list leaves out whom the filter matches`() {
        val run =
            configured
                .withConfig("filterString", "department != \"Research\"")
                .run(ACCOUNT_LIST, AccountListInput.full())

        assertThat(run).succeeded().sentIds("ada", "mary")
    }

    @Test
    fun `an unknown person is not found`() {
        assertThat(configured.run(ACCOUNT_READ, AccountReference.of("nobody"))).failedAsNotFound()
    }
}
