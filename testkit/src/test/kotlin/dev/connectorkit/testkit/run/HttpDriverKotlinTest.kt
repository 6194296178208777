package dev.connectorkit.testkit.run

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.server.ConnectorServer
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import java.time.Duration
import org.junit.jupiter.api.Test

class HttpDriverKotlinTest {
    private val connector =
        Connector.named("people")
            .accounts(string("id").identity())
            .on(ACCOUNT_LIST) { context, _, response ->
                response.send(Account.of(context.config().getString("first")))
            }
            .build()

    @Test
    fun `should compile with a source over HTTP`() {
        ConnectorServer.of(connector).withPort(0).start().use { server ->
            val driver = HttpDriver.to(server.uri()).withSilenceLimit(Duration.ofMinutes(1))
            val source = Invocation.through(driver).withConfig("first", "ada")

            assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("ada")
            assertThat(driver.isInProcess).isFalse()
            assertThat(driver.describe()).contains(server.port().toString())
        }
    }

    @Test
    fun `should compile with what comes of a run`() {
        val exchange = InProcessDriver.of(connector).let { Invocation.through(it) }
        val run = exchange.withConfig("first", "ada").run(ACCOUNT_LIST, AccountListInput.full())

        assertThat(run.exchange().data(Line.OUTPUT)).hasSize(1)
        assertThat(run.exchange().ending().failure()).isNull()
        assertThat(run.state()).isNull()
        assertThat(run.toString()).contains("1 output")
    }
}
