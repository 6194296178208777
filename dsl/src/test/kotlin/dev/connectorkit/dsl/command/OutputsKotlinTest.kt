package dev.connectorkit.dsl.command

import dev.connectorkit.dsl.command.DiscoveredApplication.RiskLevel
import dev.connectorkit.dsl.internal.json.Json
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** What a handler sends, and how a test or a customizer reads it. */
class OutputsKotlinTest {
    @Test
    fun `should tell the accounts that are gone from those that are not`() {
        val gone = Account.deletion(Key.simple("ada"))
        val unsaid: Boolean? = Account.of("bob").deleted
        val back: Boolean? = gone.withDeleted(false).deleted

        assertThat(listOf(gone, Account.of("bob"), gone.withDeleted(false)).map { it.isDeleted })
            .containsExactly(true, false, false)
        assertThat(unsaid).isNull()
        assertThat(back).isFalse()
    }

    @Test
    fun `should tell an account in parts`() {
        val first = Account.of("ada").with("id", "ada").withIncomplete(true)
        val last = Account.of("ada").with("groups", listOf("math")).withFinalUpdate(true)
        val incomplete: Boolean? = first.incomplete
        val completes: Boolean? = last.finalUpdate
        val unsaid: Boolean? = first.finalUpdate

        assertThat(incomplete).isTrue()
        assertThat(completes).isTrue()
        assertThat(unsaid).isNull()
    }

    @Test
    fun `should name an account anew and give it rights`() {
        val ada =
            Account.of("7").withIdentity("ada").withPermissions(listOf(Permission.of("/", "read")))
        val nameless: String? = ada.withIdentity(null).identity

        assertThat(ada.identity).isEqualTo("ada")
        assertThat(ada.id()).isEqualTo("7")
        assertThat(ada.permissions.map { it.target }).containsExactly("/")
        assertThat(nameless).isNull()
    }

    @Test
    fun `should read an entitlement by its properties`() {
        val math = Entitlement.of("group", Key.compound("math", "7")).with("name", "Mathematics")
        val identity: String? = math.identity
        val uuid: String? = math.uuid
        val key: Key? = math.key
        val name: String? = math.attributes.text("name")

        assertThat(listOf(math.type, identity, uuid, name))
            .containsExactly("group", "math", "7", "Mathematics")
        assertThat(key?.lookupId()).isEqualTo("math")
    }

    @Test
    fun `should look an object up by either form of key`() {
        val keys = listOf(Key.simple("ada"), Key.compound("ada", "7"))
        val (id) = listOf(Key.Simple("ada")).map { it.lookupId() }

        assertThat(keys.map { it.lookupId() }).containsOnly(id)
        assertThat(keys.map { Account.of(it).uuid }).containsExactly(null, "7")
    }

    @Test
    fun `should say which attributes of an account failed`() {
        val account =
            Account.of("ada")
                .withResults(
                    listOf(
                        AttributeResult.error("groups", "no such group"),
                        AttributeResult.warning("title", "cut off"),
                    )
                )

        assertThat(account.results.filter { it.failed }.map { it.attribute })
            .containsExactly("groups")
    }

    @Test
    fun `should describe an application beyond what is documented`() {
        val slack =
            DiscoveredApplication.of("1", "Slack", "Chat")
                .withRiskLevel(RiskLevel.HIGH)
                .withAttributes(mapOf("owner" to "ada", "retired" to null))
                .with("seats", listOf(10, 20))
        val unknown: Any? = slack["logo"]

        assertThat(slack.id + slack.primaryAppName + slack.description).isEqualTo("1SlackChat")
        assertThat(slack["riskLevel"]).isEqualTo(RiskLevel.HIGH.wireName())
        assertThat(slack.members["attributes"])
            .isEqualTo(Json.parse("""{"owner":"ada","retired":null}"""))
        assertThat(slack.members.getJsonArray("seats")).hasSize(2)
        assertThat(unknown).isNull()
    }

    @Test
    fun `should name a Shared Signals stream`() {
        val named = SsfStreamOutput.of("s")
        val nobody = SsfStreamOutput(null, null, null)
        val identity: String? = nobody.identity
        val key: Key? = nobody.key

        assertThat(named.identity).isEqualTo(named.key?.lookupId())
        assertThat(identity).isNull()
        assertThat(key).isNull()
    }

    @Test
    fun `should send what a function makes of ones own objects`() {
        data class Person(val id: String, val active: Boolean)
        val sent = SentOutputs<Account>()
        val people =
            sent.accepting { person: Person -> Account.of(person.id) }.keeping { it.active }

        listOf(Person("ada", true), Person("bob", false)).forEach(people::send)

        assertThat(sent.outputs()).containsExactly(Account.of("ada"))
    }

    @Test
    fun `should refuse a request in ones own words`() {
        assertThatThrownBy { throw ConnectorException.invalidRequest("`limit` must be positive") }
            .isInstanceOfSatisfying(ConnectorException::class.java) { refused ->
                assertThat(refused.type()).isEqualTo(ConnectorException.Type.INVALID_REQUEST)
                assertThat(refused.type().wireName()).isEqualTo("generic")
            }
            .hasMessage("`limit` must be positive")
    }
}
