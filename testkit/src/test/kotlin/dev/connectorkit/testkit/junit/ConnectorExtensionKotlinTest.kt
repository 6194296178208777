package dev.connectorkit.testkit.junit

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.store.DataStore
import dev.connectorkit.dsl.store.StoreKey
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import dev.connectorkit.testkit.run.InProcessDriver
import dev.connectorkit.testkit.simulation.VirtualClock
import jakarta.json.Json
import java.time.Duration
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

private val CURSOR = StoreKey.string("cursor")

class ConnectorExtensionKotlinTest {
    private val clock = VirtualClock()

    @RegisterExtension
    val people: ConnectorExtension = ConnectorExtension.recycling(clock) { connector() }

    private fun connector(): Connector =
        Connector.named("people")
            .accounts(string("id").identity())
            .on(ACCOUNT_LIST) { context, _, response ->
                val store = DataStore.of(context, response)
                clock.sleep(Duration.ofMinutes(1))
                response.send(Account.of(store[CURSOR] ?: "first"))
                store[CURSOR] = "next"
                store.flush()
            }
            .build()

    @Test
    fun `should compile with runs that see what earlier ones stored`() {
        val source = people.withConfig("region", "eu")

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full()))
            .succeeded()
            .sentIds("first")
            .patch()
            .addsKey("cursor")
        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("next")
        assertThat(people.clock().instant()).isEqualTo("2026-01-01T00:02:00Z")
    }

    @Test
    fun `should compile with values stored before and failures as values`() {
        val run = people.withStored("cursor", "7").run(ACCOUNT_LIST, AccountListInput.full())

        assertThat(run.failure()).isNull()
        assertThat(run.output()).hasId("7")
    }

    @Test
    fun `should compile with a clock of its own and a driver`() {
        val own = ConnectorExtension.of(connector())
        val shared = ConnectorExtension.of(connector(), clock)
        val driven = ConnectorExtension.through(InProcessDriver.of(connector()))
        val region = Json.createObjectBuilder().add("region", "eu").build()

        assertThat(own.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("first")
        assertThat(driven.withConfig(region).config()).isEqualTo(region)
        assertThat(shared.clock()).isSameAs(clock)
        assertThatThrownBy { driven.clock() }.hasMessageContaining("no virtual clock")
    }
}
