package dev.connectorkit.dsl

import dev.connectorkit.dsl.cache.CacheKey
import dev.connectorkit.dsl.cache.ConnectorCache
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.AccountUpdateInput
import dev.connectorkit.dsl.command.AttributeChange
import dev.connectorkit.dsl.command.Attributes
import dev.connectorkit.dsl.command.Command
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE
import dev.connectorkit.dsl.command.Commands.APPLICATION_DISCOVERY_LIST
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST
import dev.connectorkit.dsl.command.Commands.MACHINE_IDENTITY_LIST
import dev.connectorkit.dsl.command.Commands.SOURCE_DATA_READ
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.Context
import dev.connectorkit.dsl.command.DatasetObject
import dev.connectorkit.dsl.command.Datasets
import dev.connectorkit.dsl.command.DiscoveredApplication
import dev.connectorkit.dsl.command.Done
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.command.Handler
import dev.connectorkit.dsl.command.Key
import dev.connectorkit.dsl.command.NoContext
import dev.connectorkit.dsl.command.ObjectFilter
import dev.connectorkit.dsl.command.SentOutputs
import dev.connectorkit.dsl.command.SourceData
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.secret
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConfigItem.text
import dev.connectorkit.dsl.spec.KeyType.SIMPLE
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import java.time.Duration
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ConnectorKotlinTest {
    data class Person(
        val id: String,
        val email: String?,
        val logins: Int,
        val groups: List<String>,
        val active: Boolean,
    )

    private val ada = Person("ada", "ada@example.com", 3, listOf("math"), true)

    private val people =
        ObjectMapping.of(Person::class.java)
            .attribute(string("id", "Id").identity(), Person::id)
            .attribute(string("email", "Primary email").display(), Person::email)
            .attribute(integer("logins")) { it.logins }
            .attribute(string("groups").multi().entitlement().managed().group(), Person::groups)
            .disabled { !it.active }

    private fun <I : Any, O : Any> answer(
        connector: Connector,
        command: Command<I, O>,
        input: I,
        config: String = "{}",
    ): SentOutputs<O> {
        @Suppress("UNCHECKED_CAST")
        val handler = connector.route(command.type())?.handler() as Handler<I, O>
        return SentOutputs<O>().also { handler.handle(NoContext.of(config), input, it) }
    }

    @Test
    fun `should compile with a connector as lambdas`() {
        val connector =
            Connector.named("airtable")
                .keyType(SIMPLE)
                .config(
                    menu(
                        "Connection",
                        section(
                            "Airtable base",
                            text("baseUrl", "Base URL").required(),
                            secret("token", "Access token").required(),
                        ),
                    )
                )
                .accounts(people)
                .on(TEST_CONNECTION) { _, _, response -> response.send(Done.done()) }
                .on(ACCOUNT_LIST) { _, _, response ->
                    sequenceOf(ada).map(people::account).forEach(response::send)
                }
                .on(ACCOUNT_READ) { _, input, response ->
                    if (input.id() != ada.id)
                        throw ConnectorException.notFound("account", input.id())
                    response.send(people.account(ada))
                }
                .on(ENTITLEMENT_LIST) { _, input, response ->
                    response.send(Entitlement.of(input.type, "math").with("name", "Mathematics"))
                }
                .on(SOURCE_DATA_READ) { _, _, response ->
                    response.send(SourceData.of(SourceData.Item.of("it", "IT")))
                }
                .build()

        assertThat(answer(connector, ACCOUNT_LIST, AccountListInput.full()).outputs())
            .isEqualTo(answer(connector, ACCOUNT_READ, AccountReference.of("ada")).outputs())
        assertThat(connector.configProblems(NoContext.of("{\"baseUrl\": \"x\"}").config()))
            .containsExactly("`token` (Access token, in section Airtable base) is missing")
    }

    private class Client(val url: String, private val closed: MutableList<String>) : AutoCloseable {
        override fun close() {
            closed += url
        }
    }

    @Test
    fun `should compile with handlers that have a client`() {
        val closed = mutableListOf<String>()
        fun open(context: Context) = Client(context.config().getString("url"), closed)
        val definition: Connector.ClientBuilder<Client> =
            Connector.named("clients")
                .on(TEST_CONNECTION) { context, _, _ -> check(!context.config().isEmpty()) }
                .using(::open)
                .on(ACCOUNT_READ) { client, input, response ->
                    response.send(Account.of(input.id()).with("url", client.url))
                }
        val connector: Connector = definition.build()

        val sent = answer(connector, ACCOUNT_READ, AccountReference.of("ada"), "{\"url\": \"a\"}")

        assertThat(sent.outputs()).containsExactly(Account.of("ada").with("url", "a"))
        assertThat(closed).containsExactly("a")
        assertThat(connector.spec().commands())
            .containsExactly("std:test-connection", "std:account:read")
    }

    @Test
    fun `should compile with record properties and exact nullness`() {
        val account: Account = people.account(ada)
        val identity: String? = account.identity
        val attributes: Attributes = account.attributes
        val email: String? = attributes.text("email")
        val groups: List<String> = attributes.texts("groups")
        val logins: Any? = attributes["logins"]
        val isDisabled: Boolean? = account.disabled

        assertThat(listOf(identity, email, groups, logins, isDisabled))
            .containsExactly("ada", "ada@example.com", listOf("math"), 3, false)
    }

    @Test
    fun `should compile with when over the forms of a key`() {
        fun describe(key: Key): String =
            when (key) {
                is Key.Simple -> key.id
                is Key.Compound -> "${key.lookupId}/${key.uniqueId}"
            }

        assertThat(describe(Key.simple("1"))).isEqualTo("1")
        assertThat(describe(Key.compound("ada", "7"))).isEqualTo("ada/7")
    }

    @Test
    fun `should compile with changes applied to attributes`() {
        val connector =
            Connector.named("directory")
                .accounts(people)
                .on(ACCOUNT_UPDATE) { _, input, response ->
                    val changed =
                        input.applyTo(people.account(ada).attributes, people.accountSchema())
                    response.send(Account.of(input.id()).withAttributes(changed))
                }
                .build()
        val input = AccountUpdateInput.of("ada", AttributeChange.add("groups", "poetry"))

        val updated = answer(connector, ACCOUNT_UPDATE, input).outputs().single()

        assertThat(updated.attributes.texts("groups")).containsExactly("math", "poetry")
    }

    @Test
    fun `should compile with deltas, partitions and datasets`() {
        val connector =
            Connector.named("directory")
                .on(ACCOUNT_LIST) { context, input, response ->
                    Delta.run(context, input, response) { since: Instant? ->
                        response.send(Account.of("since ${since ?: "ever"}"))
                    }
                }
                .on(
                    ENTITLEMENT_LIST,
                    Partitions.upTo(
                        2,
                        { _, _ -> listOf(Partition.of("eu"), Partition.of("us")) },
                        { _, input, partition, response ->
                            response.send(Entitlement.of(input.type, partition.name))
                        },
                    ),
                )
                .on(
                    MACHINE_IDENTITY_LIST,
                    Datasets.each { _, dataset, response ->
                        response.send(DatasetObject.of("robot of ${dataset.datasetId}"))
                    },
                )
                .on(
                    APPLICATION_DISCOVERY_LIST,
                    Datasets.eachOfApplications { _, _, response ->
                        response.send(
                            DiscoveredApplication.of("1", "Slack", "Chat").withLicenseCount(5)
                        )
                    },
                )
                .build()

        val run = answer(connector, ACCOUNT_LIST, AccountListInput.firstStateful())

        assertThat(run.outputs().map { it.identity }).containsExactly("since ever")
        assertThat(run.state()?.getString("watermark")).isEqualTo("2026-01-01T00:00:00Z")
    }

    @Test
    fun `should compile with configuration readers`() {
        data class Mapping(val from: String, val to: String)
        val config =
            Config.of(
                NoContext.of(
                    """{"url": "https://x", "size": 10, "on": true,
                        "cards": [{"from": "cn", "to": "name"}]}"""
                )
            )

        val missing: String? = config.textOrNull("missing")

        assertThat(config.text("url")).isEqualTo("https://x")
        assertThat(config.number("size", 5)).isEqualTo(10)
        assertThat(config.flag("on")).isTrue()
        assertThat(missing).isNull()
        assertThat(config.cards("cards") { Mapping(it.text("from"), it.text("to")) })
            .containsExactly(Mapping("cn", "name"))
    }

    @Test
    fun `should compile with a customizer`() {
        val connector =
            Connector.named("directory")
                .on(ACCOUNT_READ) { _, input, response -> response.send(Account.of(input.id())) }
                .build()
                .customizedBy(
                    Customizer.builder()
                        .before(ACCOUNT_READ) { _, input ->
                            AccountReference.of(input.id().lowercase())
                        }
                        .after(ACCOUNT_READ) { _, account -> account.with("seen", true) }
                        .operation("echo") { _, json -> json }
                        .build()
                )

        assertThat(answer(connector, ACCOUNT_READ, AccountReference.of("ADA")).outputs())
            .containsExactly(Account.of("ada").with("seen", true))
    }

    @Test
    fun `should compile with a cache`() {
        val names: CacheKey<Map<String, String>> = CacheKey.of("names", Duration.ofMinutes(5))
        val cache = ConnectorCache.create()

        val loaded = cache.get(names) { mapOf("1" to "Mathematics") }

        assertThat(loaded["1"]).isEqualTo("Mathematics")
        assertThat(cache.getIfPresent(names)?.get("1")).isEqualTo("Mathematics")
    }

    @Test
    fun `should compile with a command of ones own`() {
        val dryrun = Command.of("custom:dryrun", Map::class.java, Map::class.java)
        val connector =
            Connector.named("directory")
                .on(dryrun) { _, input, response -> response.send(mapOf("echo" to input)) }
                .build()

        assertThat(answer(connector, dryrun, mapOf("limit" to 1)).outputs())
            .containsExactly(mapOf("echo" to mapOf("limit" to 1)))
    }

    @Test
    fun `should compile with what a context knows`() {
        val connector =
            Connector.named("directory")
                .accounts(people)
                .on(ACCOUNT_READ) { context, input, response ->
                    val version: Int? = context.version()
                    val ids: List<String?> =
                        listOf(
                            context.id(),
                            context.name(),
                            context.connectorInstanceId(),
                            context.requestId(),
                        )
                    response.send(
                        Account.of(input.id())
                            .with("command", context.commandType() + context.invocationId())
                            .with("unknown", ids.filterNotNull() + listOfNotNull(version))
                    )
                }
                .on(ACCOUNT_LIST) { context, _, response ->
                    val filter: ObjectFilter = context.objectFilter()
                    listOf("ada", "bob").map(Account::of).filter(filter::keeps).forEach {
                        response.keeping { account -> account.id() != "bob" }.send(it)
                    }
                }
                .build()

        assertThat(answer(connector, ACCOUNT_READ, AccountReference.of("ada")).outputs())
            .containsExactly(
                Account.of("ada")
                    .with("command", "custom:test1")
                    .with("unknown", listOf("eu").drop(1))
            )
    }

    @Test
    fun `should compile with exact nullness of permissions, partitions and pairs`() {
        val partition =
            Partition.of("eu").withSize(10).withObjectType("account").with("region", "eu")
        val objectType: String? = partition.objectType
        val config =
            Config.of(NoContext.of("""{"headers":[{"key":"a","value":"b"}],"rate":"1.5"}"""))
        val rate = config.decimalOrNull("rate") ?: config.decimal("fallback")
        val header: Map.Entry<String, String> = config.pairs("headers").single()

        assertThat(objectType).isEqualTo("account")
        assertThat(partition.isWhole || !Partition.whole().isWhole).isFalse()
        assertThat(header.key + header.value + rate).isEqualTo("ab1.5")
        assertThat(config.map("headers")["a"]).isEqualTo("b")
        assertThat(config.has("rate") && "rate" in config.toJson()).isTrue()
    }

    @Test
    fun `should compile with a watermark of the source's own`() {
        val connector =
            Connector.named("directory")
                .on(ACCOUNT_LIST) { _, input, response ->
                    Delta.runFrom(input, response, { "42" }) { since ->
                        response.send(Account.of(since ?: "everyone").withUuid(since))
                    }
                }
                .build()

        assertThat(answer(connector, ACCOUNT_LIST, AccountListInput.firstStateful()).outputs())
            .containsExactly(Account.of("everyone"))
    }

    @Test
    fun `should compile with a mapping to compound keys`() {
        val mapping =
            people.compoundKey({ it.id }, { "u-${it.id}" }).locked { person -> person.logins > 2 }
        val account = mapping.account(ada)
        val uuid: String? = account.uuid
        val locked: Boolean? = account.locked

        assertThat(account.key).isEqualTo(Key.compound("ada", "u-ada"))
        assertThat(uuid).isEqualTo("u-ada")
        assertThat(locked).isTrue()
    }

    @Test
    fun `should compile with keys of a cache`() {
        val names: CacheKey<String> = CacheKey.of("names", Duration.ofMinutes(5))
        val cache = ConnectorCache.create()

        cache.put(names.at("1"), "Mathematics")
        val before: String? = cache.getIfPresent(names.at("1"))
        cache.remove(names.at("1"))
        cache.clear()

        assertThat(before).isEqualTo("Mathematics")
        assertThat(cache.getIfPresent(names.at("1"))).isNull()
        assertThat(names.timeToLive).isEqualTo(Duration.ofMinutes(5))
    }
}
