package dev.connectorkit.dsl.command

import dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_DELETE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_DISABLE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_DISCOVER_SCHEMA
import dev.connectorkit.dsl.command.Commands.ACCOUNT_ENABLE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.ACCOUNT_UNLOCK
import dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE
import dev.connectorkit.dsl.command.Commands.AGENT_LIST
import dev.connectorkit.dsl.command.Commands.APPLICATION_DISCOVERY_LIST
import dev.connectorkit.dsl.command.Commands.AUTHENTICATE
import dev.connectorkit.dsl.command.Commands.CHANGE_PASSWORD
import dev.connectorkit.dsl.command.Commands.CONFIG_OPTIONS_READ
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_READ
import dev.connectorkit.dsl.command.Commands.MACHINE_IDENTITY_LIST
import dev.connectorkit.dsl.command.Commands.RESOURCE_LIST
import dev.connectorkit.dsl.command.Commands.SOURCE_DATA_DISCOVER
import dev.connectorkit.dsl.command.Commands.SOURCE_DATA_READ
import dev.connectorkit.dsl.command.Commands.SPEC_READ
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_CREATE
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_DELETE
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_DISCOVER
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_READ
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_REPLACE
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_STATUS_UPDATE
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_UPDATE
import dev.connectorkit.dsl.command.Commands.SSF_STREAM_VERIFY
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.spec.Schema
import dev.connectorkit.dsl.spec.SchemaAttribute.bool
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class CommandsKotlinTest {
    private val schema: Schema.Account =
        Schema.account(
            string("id").identity(),
            integer("floor"),
            bool("remote"),
            string("groups").multi(),
        )

    private fun <I : Any, O : Any> again(command: Command<I, O>, input: I, output: O): String {
        val sent = Json.toValue { command.input().write(input, it) }
        val answered = Json.toValue { command.output().write(output, it) }
        assertThat(command.input().read(sent)).isEqualTo(input)
        assertThat(command.output().read(answered)).isEqualTo(output)
        return "$sent $answered"
    }

    @Test
    fun `should compile with the commands of accounts`() {
        val reference = AccountReference.of(Key.compound("ada", "7"))
        val ada = Account.of(reference.lookupKey()).with("title", "Countess").withDisabled(false)
        val create = AccountCreateInput.of(mapOf("id" to "ada", "title" to null))
        val update = AccountUpdateInput.of(reference.lookupKey(), AttributeChange.set("title", "x"))
        val authenticate = AuthenticateInput.of("ada", "lovelace")
        val change = ChangePasswordInput.of("ada", "lovelace")

        assertThat(again(TEST_CONNECTION, TestConnectionInput.empty(), Done.done()))
            .isEqualTo("{} {}")
        again(ACCOUNT_LIST, AccountListInput.full(), ada.withIncomplete(true))
        again(ACCOUNT_READ, reference, ada.withFinalUpdate(true))
        again(ACCOUNT_CREATE, create.withIdentity("ada"), ada.withUuid("7"))
        again(ACCOUNT_UPDATE, update, ada.unlessEqualTo(ada))
        again(ACCOUNT_DELETE, reference, Done.done())
        again(ACCOUNT_ENABLE, reference, ada.withDisabled(false))
        again(ACCOUNT_DISABLE, reference, ada.withDisabled(true))
        again(ACCOUNT_UNLOCK, reference, ada.withLocked(false))
        again(ACCOUNT_DISCOVER_SCHEMA, JsonValue.EMPTY_JSON_OBJECT, schema)
        again(AUTHENTICATE, authenticate, ada)
        again(CHANGE_PASSWORD, change, Done.done())
        assertThat(authenticate.username + change.id() + change.password)
            .isEqualTo("adaadalovelace")
        assertThat(change.lookupKey()).isEqualTo(Key.simple("ada"))
        assertThat(update.changes.single().op).isEqualTo(AttributeChange.Op.SET)
    }

    @Test
    fun `should compile with the commands of entitlements`() {
        val reference = EntitlementReference.of("group", "math")
        assertThat(reference.requireType("group", "role")).isEqualTo("group")
        val math =
            Entitlement.of(reference.type, reference.lookupKey())
                .withAttributes(mapOf("name" to "Mathematics"))
                .withPermissions(listOf(Permission.of("/etc", "read", "write")))
        val permission: Permission = math.permissions.single().withAnnotation("by hand")
        val annotation: String? = permission.annotation

        again(ENTITLEMENT_LIST, EntitlementListInput.firstStateful("group"), math.withUuid("1"))
        again(ENTITLEMENT_READ, reference, math.withIdentity("Math"))
        assertThat(Entitlement.deletion("group", Key.simple("math")).isDeleted).isTrue()
        assertThat(math.withDeleted(false).deleted).isEqualTo(false)
        assertThat(permission.target + permission.rights + permission.rightsList())
            .isEqualTo("/etcread,write[read, write]")
        assertThat(annotation).isEqualTo("by hand")
        assertThat(math.id()).isEqualTo("math")
    }

    @Test
    fun `should compile with the commands of forms and data`() {
        val options =
            ConfigOptions.none()
                .with("default", "eu")
                .with("regions", listOf("eu", "us"))
                .withObjects("labelled", listOf(mapOf("label" to "Europe", "value" to "eu")))
        val query = SourceDataQuery.of("it").withLimit(5)
        val limit: Int? = query.limit
        val item: SourceData.Item = SourceData.Item("it", "IT", null)
        val subLabel: String? = item.subLabel
        val read = SourceDataReadInput("departments", query)

        again(CONFIG_OPTIONS_READ, ConfigOptionsInput("regions"), options)
        again(SOURCE_DATA_DISCOVER, SourceDataDiscoverInput(query), SourceData.of(item))
        again(SOURCE_DATA_READ, read, SourceData(listOf()))
        again(SPEC_READ, JsonValue.EMPTY_JSON_OBJECT, options.toJson())
        assertThat(limit).isEqualTo(5)
        assertThat(subLabel).isNull()
        assertThat(read.sourceDataKey + read.query().query).isEqualTo("departmentsit")
        assertThat(read.queryInput?.excludeItems).isEmpty()
        assertThat(SourceDataDiscoverInput.all().query()).isEqualTo(SourceDataQuery.all())
        assertThat(options.options["default"]).isEqualTo(Json.text("eu"))
    }

    @Test
    fun `should compile with the commands of datasets`() {
        val input = DatasetListInput.of("robots", "agents")
        val robot = DatasetObject.of("r2d2").with("owner", "luke").withDatasetId("robots")
        val application =
            DiscoveredApplication.of("1", "Slack", "Chat")
                .withSecondaryAppName("Slack Enterprise")
                .withStatus("active")
                .withConnectorCategory("collaboration")
                .withSanctioned(true)
                .withLogo("https://x/l.png")
                .withAppUrl("https://x")
                .withGroups(listOf(mapOf("id" to "g")))
                .withCreatedAt("2026-01-01T00:00:00Z")
                .withUpdatedAt("2026-01-02T00:00:00Z")
                .withUsersCount("20")
                .withApplicationOwner(listOf("ada"))
                .withItApplicationOwner(listOf("bob"))
                .withBusinessCriticality("high")
                .withDataClassification("internal")
                .withBusinessUnit("IT")
                .withInstallType("cloud")
                .withEnvironment("production")
                .withRiskScore("7")
                .withRiskLevel(DiscoveredApplication.RiskLevel.MEDIUM)
                .withPrivileged(false)
                .withWarrantyExpiration("2027-01-01")
                .withOperationalStatus("up")
        val discovery = ApplicationDiscoveryInput.of("saas")
        val parameters: JsonObject? = discovery.additionalParameters

        again(MACHINE_IDENTITY_LIST, input, robot)
        again(RESOURCE_LIST, input, robot)
        again(AGENT_LIST, input, robot.withAttributes(robot.attributes))
        again(APPLICATION_DISCOVERY_LIST, discovery, application)
        assertThat(input.datasetIds + discovery.datasetIds)
            .containsExactly("robots", "agents", "saas")
        assertThat(input.datasetSchemas).isEmpty()
        assertThat(parameters).isNull()
        assertThat(application.primaryAppName + application["riskLevel"]).isEqualTo("SlackMedium")
        assertThat(application.members.keys).hasSize(22)
    }

    @Test
    fun `should compile with the commands of Shared Signals`() {
        val input = SsfStreamInput.of(Json.text("s"))
        val output = SsfStreamOutput.of("s")
        val commands =
            listOf(
                SSF_STREAM_CREATE,
                SSF_STREAM_DELETE,
                SSF_STREAM_DISCOVER,
                SSF_STREAM_READ,
                SSF_STREAM_REPLACE,
                SSF_STREAM_STATUS_UPDATE,
                SSF_STREAM_UPDATE,
                SSF_STREAM_VERIFY,
            )

        assertThat(commands.map { again(it, input, output) }).allMatch { "stream" in it }
        assertThat(input.stream).isEqualTo(Json.text("s"))
        assertThat(input.extras).isEmpty()
        assertThat(output.uuid).isNull()
    }

    @Test
    fun `should compile with results of single attributes`() {
        val result = AttributeResult.error("groups", "no such group")
        val account =
            Account.unchanged().withResults(listOf(result, AttributeResult.warning("b", "skipped")))
        val words =
            account.results
                .flatMap { it.messages }
                .map { it: AttributeResult.Message ->
                    when (it.level) {
                        AttributeResult.Level.WARN -> "warning: ${it.message}"
                        AttributeResult.Level.ERROR -> "error: ${it.message}"
                    }
                }

        assertThat(words).containsExactly("error: no such group", "warning: skipped")
        assertThat(account.results.map { it.failed }).containsExactly(true, false)
        assertThat(account.permissions).isEmpty()
    }

    @Test
    fun `should compile with attributes as a map`() {
        val sent =
            Attributes.empty()
                .with("id", 17)
                .with("floor", "3")
                .with("remote", "true")
                .with("groups", "math")
        val shaped = sent.shapedBy(schema)
        val built: Attributes = Attributes.builder().set("id", "\\x41").build().unescaped()
        val floor: Any? = shaped["floor"]
        val missing: String? = shaped.text("title")

        assertThat(shaped.onlyOf(schema))
            .containsEntry("id", "17")
            .containsEntry("remote", true)
            .containsEntry("groups", listOf("math"))
        assertThat(floor).isEqualTo(3)
        assertThat(missing).isNull()
        assertThat(built.requiredText("id")).isEqualTo("A")
        assertThat(shaped.without("id").toJson().keys).containsExactly("floor", "remote", "groups")
        assertThat(shaped.entries.map { it.key }).contains("id")
        assertThat("id" in shaped).isTrue()
    }

    @Test
    fun `should compile with a client for each invocation`() {
        class Client(val url: String) : AutoCloseable {
            var open = true

            override fun close() {
                open = false
            }
        }
        val clients = mutableListOf<Client>()
        val handler: Handler<AccountReference, Account> =
            Handler.using({ context ->
                Client(context.config().getString("url")).also(clients::add)
            }) { client, input, response ->
                response.send(Account.of(input.id()).with("url", client.url))
            }
        val sent = SentOutputs<Account>()

        handler.handle(NoContext.of("{\"url\":\"a\"}"), AccountReference.of("ada"), sent)

        assertThat(sent.outputs()).containsExactly(Account.of("ada").with("url", "a"))
        assertThat(clients.map { it.open }).containsExactly(false)
    }

    @Test
    fun `should compile with when over the types of an error`() {
        fun advice(type: ConnectorException.Type): String =
            when (type) {
                ConnectorException.Type.NOT_FOUND -> "create it"
                ConnectorException.Type.INVALID_CONFIGURATION -> "look at the form"
                ConnectorException.Type.INSUFFICIENT_PERMISSION -> "ask for more rights"
                ConnectorException.Type.INVALID_REQUEST,
                ConnectorException.Type.INVALID_RESPONSE -> "look at the log"
                ConnectorException.Type.TIMEOUT,
                ConnectorException.Type.GENERIC -> "try again"
            }

        assertThat(advice(ConnectorException.notFound("account", "ada").type()))
            .isEqualTo("create it")
        assertThatThrownBy { throw ConnectorException.invalidConfiguration("no host") }
            .hasMessage("no host")
    }

    @Test
    fun `should compile with what several inputs share`() {
        fun text(value: JsonWritable): String = value.toJson().toString()
        fun stateOf(input: StatefulInput): JsonObject? = input.state().takeIf { input.stateful() }
        val metadata = Json.parse("""{"source":"profile"}""").asJsonObject()
        val given = AccountCreateInput.AttributeWithMetadata("id", "ada", metadata)
        val create =
            AccountCreateInput(null, Attributes.of(mapOf("id" to "ada")), listOf(given), null)
        val source: JsonObject? = create.attributesWithMetadata.single().metadata

        assertThat(text(create)).contains("attributesWithMetadata", "profile")
        assertThat(source).isEqualTo(metadata)
        assertThat(stateOf(AccountListInput.since(metadata))).isEqualTo(metadata)
        assertThat(stateOf(EntitlementListInput.of("group"))).isNull()
        assertThat(EntitlementListInput.of("group").requireType("group")).isEqualTo("group")
    }
}
