package dev.connectorkit.testkit.assertj

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.command.EntitlementListInput
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import dev.connectorkit.testkit.junit.ConnectorExtension
import jakarta.json.Json
import jakarta.json.JsonObject
import java.time.Duration
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class CommandRunKotlinTest {
    @RegisterExtension val people: ConnectorExtension = ConnectorExtension.of(connector())

    private val since: JsonObject = Json.createObjectBuilder().add("since", "7").build()

    private fun connector(): Connector =
        Connector.named("people")
            .accounts(string("id").identity())
            .entitlements("group", string("id").identity())
            .on(ACCOUNT_LIST) { _, input, response ->
                response.send(Account.of("ada").with("id", "ada"))
                response.send(Account.of("bob").with("id", "bob").withLocked(true))
                if (input.stateful()) response.saveState(since)
            }
            .on(ACCOUNT_READ) { _, input, _ ->
                throw ConnectorException.notFound("person", input.id())
            }
            .on(ENTITLEMENT_LIST) { _, input, response ->
                response.send(Entitlement.of(input.type(), "admins").with("id", "admins"))
            }
            .build()

    @Test
    fun `should compile with what a list sent and did not send`() {
        val run = people.run(ACCOUNT_LIST, AccountListInput.full())

        assertThat(run)
            .sent(2)
            .sentOnlyWhatFits(connector().spec().accountSchema())
            .savedNoState()
            .sentNoPatch()
            .wasNeverSilentFor(Duration.ofMinutes(1))
        assertThat(run).account("ada").isEnabled().isUnlocked().hasNoAttribute("email")
        assertThat(run).account("bob").isLocked()
        assertThat(run).outputs().extracting<String> { it.identity() }.containsExactly("ada", "bob")
    }

    @Test
    fun `should compile with entitlements`() {
        val run = people.run(ENTITLEMENT_LIST, EntitlementListInput.of("group"))

        assertThat(run)
            .entitlement("admins")
            .hasId("admins")
            .hasAttribute("id", "admins")
            .hasNoAttribute("owner")
        assertThatThrownBy { assertThat(run).entitlement("guests") }
            .hasMessageContaining("expected `guests` to be sent once")
    }

    @Test
    fun `should compile with state`() {
        val run = people.withConfig(since).listAccountChanges()

        assertThat(run).savedState(since).state().isJson("""{"since": "7"}""")
        assertThatThrownBy { assertThat(run).savedNoState() }
            .hasMessageContaining("\"since\":\"7\"")
    }

    @Test
    fun `should compile with failures`() {
        val run = people.run(ACCOUNT_READ, AccountReference.of("eve"))

        assertThat(run).failed().failedAsNotFound().failedWithMessageContaining("eve").sentNothing()
        assertThatThrownBy { assertThat(run).succeeded() }.hasMessageContaining("notFound error")
    }
}
