package dev.connectorkit.dsl.command

import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** What a handler is given, read by its properties. */
class InputsKotlinTest {
    private fun json(text: String): JsonObject = Json.parse(text).asJsonObject()

    private val schema = json("""{"attributes":[{"name":"id","type":"string"}]}""")

    @Test
    fun `should read the account that an input means by whichever name the platform sent`() {
        val named = AccountReference.fromJson(json("""{"identity":"ada","schema":$schema}"""))
        val keyed = AccountReference.fromJson(json("""{"key":{"simple":{"id":"ada"}}}"""))
        val identity: String? = keyed.identity
        val key: Key? = named.key
        val sentSchema: JsonObject? = named.schema

        assertThat(listOf(named.id(), keyed.id())).containsOnly("ada")
        assertThat(named.lookupKey()).isEqualTo(keyed.key)
        assertThat(identity).isNull()
        assertThat(key).isNull()
        assertThat(sentSchema).isEqualTo(schema)
    }

    @Test
    fun `should read the entitlement that an input means by whichever name the platform sent`() {
        val keyed = EntitlementReference.of("group", Key.compound("math", "7"))
        val named =
            EntitlementReference.fromJson(
                json("""{"identity":"math","type":"group","schema":$schema}""")
            )
        val identity: String? = keyed.identity
        val key: Key? = named.key
        val keyedSchema: JsonObject? = keyed.schema

        assertThat(listOf(named.id(), keyed.id(), identity)).containsOnly("math")
        assertThat(key).isNull()
        assertThat(keyed.key).isEqualTo(keyed.lookupKey())
        assertThat(keyedSchema).isNull()
        assertThat(named.schema).isEqualTo(schema)
    }

    @Test
    fun `should read whether a list asks for changes only, and since when`() {
        val state = json("""{"cursor":"42"}""")
        val accounts = AccountListInput(true, state, schema)
        val groups = EntitlementListInput.since("group", state)
        val groupSchema: JsonObject? = groups.schema

        fun since(input: StatefulInput): String =
            if (input.stateful()) input.state()?.getString("cursor") ?: "ever"
            else "nothing is kept"

        assertThat(since(accounts) + since(groups)).isEqualTo("4242")
        assertThat(since(AccountListInput.firstStateful())).isEqualTo("ever")
        assertThat(since(AccountListInput.full())).isEqualTo("nothing is kept")
        assertThat(accounts.stateful && accounts.state == groups.state).isTrue()
        assertThat(accounts.schema).isEqualTo(schema)
        assertThat(groupSchema).isNull()
    }

    @Test
    fun `should read what to create an account with`() {
        val input =
            AccountCreateInput.fromJson(
                json(
                    """{"attributes":{"id":"ada","groups":"math"},"attributesWithMetadata":
                        [{"attribute":"groups","value":"math"}],"schema":$schema}"""
                )
            )
        val identity: String? = input.identity
        val given = input.attributesWithMetadata.single()
        val value: Any? = given.value
        val metadata: JsonObject? = given.metadata

        assertThat(identity).isNull()
        assertThat(input.attributes.texts(given.attribute)).containsExactly("math")
        assertThat(value).isEqualTo("math")
        assertThat(metadata).isNull()
        assertThat(input.schema).isEqualTo(schema)
    }

    @Test
    fun `should read what to change in an account`() {
        val key = Key.compound("ada", "7")
        val input =
            AccountUpdateInput.of(
                key,
                AttributeChange.add("groups", listOf("math", 7)),
                AttributeChange.remove("title", null),
            )
        val identity: String? = input.identity
        val sentSchema: JsonObject? = input.schema
        val (added, removed) = input.changes
        val nothing: Any? = removed.value
        val metadata: JsonObject? = added.metadata

        assertThat(input.changes.map { "${it.op.wireName()} ${it.attribute} ${it.texts()}" })
            .containsExactly("Add groups [math, 7]", "Remove title []")
        assertThat(added.values()).isEqualTo(added.value)
        assertThat(nothing).isNull()
        assertThat(metadata).isNull()
        assertThat(identity).isEqualTo(input.id())
        assertThat(input.key).isEqualTo(input.lookupKey()).isEqualTo(key)
        assertThat(sentSchema).isNull()
    }

    @Test
    fun `should apply a change to one value and to several`() {
        val added = AttributeChange.add("floor", "3")
        val replaced: Any? = added.applyTo(2, integer("floor"))
        val joined: Any? = added.applyTo(listOf("2"), true)
        val removed: Any? = AttributeChange.remove("floor", "3").applyTo("3", string("floor"))

        assertThat(replaced).isEqualTo(3)
        assertThat(joined).isEqualTo(listOf("2", "3"))
        assertThat(removed).isNull()
    }

    @Test
    fun `should read who signs in, without telling the password to a log`() {
        val typed =
            AuthenticateInput.fromJson(
                json(
                    """{"identity":"ada","key":{"simple":{"id":"7"}},"username":"ada",
                        "password":"lovelace","options":{"mfa":true},"schema":$schema}"""
                )
            )
        val options: JsonValue? = typed.options
        val key: Key? = typed.key
        val unknown: String? = AuthenticateInput.of("bob", "s3cret").identity

        assertThat(typed.password).isEqualTo("lovelace")
        assertThat("$typed").contains("ada").doesNotContain("lovelace")
        assertThat(key?.lookupId()).isEqualTo("7")
        assertThat(typed.identity).isEqualTo(typed.username)
        assertThat(options).isEqualTo(json("""{"mfa":true}"""))
        assertThat(typed.schema).isEqualTo(schema)
        assertThat(unknown).isNull()
    }

    @Test
    fun `should read whose password to change, without telling it to a log`() {
        val input = ChangePasswordInput.of(Key.compound("ada", "7"), "lovelace")
        val identity: String? = input.identity
        val key: Key? = input.key

        assertThat(identity).isEqualTo("ada")
        assertThat(key).isEqualTo(input.lookupKey())
        assertThat("$input").doesNotContain("lovelace")
    }

    @Test
    fun `should read what a form asks for`() {
        val options = ConfigOptionsInput.fromJson(json("""{"key":"regions"}"""))
        val everything = SourceDataReadInput.of("departments")
        val searched =
            SourceDataDiscoverInput.fromJson(json("""{"queryInput":{"query":"it","limit":5}}"""))
        val query: SourceDataQuery? = searched.queryInput
        val tested = TestConnectionInput.fromJson(json("""{"accountSchema":$schema}"""))
        val accountSchema: JsonObject? = tested.accountSchema

        assertThat(options.key).isEqualTo("regions")
        assertThat(everything.query()).isEqualTo(SourceDataQuery.all())
        assertThat(query).isEqualTo(SourceDataQuery.of("it").withLimit(5))
        assertThat(accountSchema).isEqualTo(schema)
    }

    @Test
    fun `should read one dataset after the other`() {
        val input =
            DatasetListInput.fromJson(
                json("""{"datasetIds":["a","b","a"],"datasetSchemas":{"a":$schema}}""")
            )
        val seen = mutableListOf<JsonObject?>()
        val sent = SentOutputs<DatasetObject>()

        Datasets.each { _, dataset, response ->
                seen += dataset.datasetSchema
                response.send(DatasetObject.of("robot"))
            }
            .handle(NoContext.INSTANCE, input, sent)

        assertThat(sent.outputs().map { "${it.datasetId}/${it.identity}" })
            .containsExactly("a/robot", "b/robot")
        assertThat(seen).containsExactly(schema, null)
    }

    @Test
    fun `should read one dataset of applications, or none`() {
        val parameters = json("""{"since":"2026-01-01"}""")
        val single: String? = ApplicationDiscoveryInput(listOf(), "saas", parameters).datasetId
        val seen = mutableListOf<String>()
        val each = Datasets.eachOfApplications { _, dataset, _ ->
            seen += "${dataset.datasetId} since ${dataset.additionalParameters?.getString("since")}"
        }

        listOf(listOf("a", "b"), listOf())
            .map { ApplicationDiscoveryInput(it, single, parameters) }
            .forEach { each.handle(NoContext.INSTANCE, it, SentOutputs()) }

        assertThat(seen)
            .containsExactly(
                "a since 2026-01-01",
                "b since 2026-01-01",
                "saas since 2026-01-01",
            )
    }
}
