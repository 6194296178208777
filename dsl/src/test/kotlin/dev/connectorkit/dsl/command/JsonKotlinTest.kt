package dev.connectorkit.dsl.command

import dev.connectorkit.dsl.internal.json.Json
import jakarta.json.JsonValue
import jakarta.json.stream.JsonGenerator
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** Every input and output, with every member that it can have. */
class JsonKotlinTest {
    class Wire(private val json: String, val read: (JsonValue) -> JsonWritable) {
        val sent: JsonValue = Json.parse(json)

        override fun toString() = json
    }

    companion object {
        private const val ID = """{"simple":{"id":"ada"}}"""
        private const val IDS = """{"compound":{"lookupId":"ada","uniqueId":"7"}}"""
        private const val PERMISSIONS =
            """[{"target":"/etc","rights":"read,write","annotation":"by hand"}]"""

        @JvmStatic
        fun inputs() =
            listOf(
                Wire("""{"accountSchema":{"attributes":[]}}""", TestConnectionInput::fromJson),
                Wire(
                    """{"stateful":true,"state":{"cursor":"1"},"schema":{"attributes":[]}}""",
                    AccountListInput::fromJson,
                ),
                Wire(
                    """{"identity":"ada","key":$IDS,"schema":{"attributes":[]}}""",
                    AccountReference::fromJson,
                ),
                Wire(
                    """{"identity":"ada","attributes":{"groups":["math"]},"attributesWithMetadata":
                        [{"attribute":"groups","value":["math"],"metadata":{"source":"profile"}}],
                        "schema":{"attributes":[]}}""",
                    AccountCreateInput::fromJson,
                ),
                Wire(
                    """{"identity":"ada","key":$ID,"changes":[
                        {"op":"Add","attribute":"groups","value":["a","b"]},
                        {"op":"Remove","attribute":"title"}],"schema":{"attributes":[]}}""",
                    AccountUpdateInput::fromJson,
                ),
                Wire(
                    """{"op":"Set","attribute":"title","value":"x","metadata":{"by":"Bob"}}""",
                    AttributeChange::fromJson,
                ),
                Wire(
                    """{"identity":"ada","key":$ID,"username":"ada","password":"lovelace",
                        "options":{"mfa":true},"schema":{"attributes":[]}}""",
                    AuthenticateInput::fromJson,
                ),
                Wire(
                    """{"identity":"ada","key":$ID,"password":"lovelace"}""",
                    ChangePasswordInput::fromJson,
                ),
                Wire(
                    """{"type":"group","stateful":true,"state":{"cursor":"1"},"schema":{}}""",
                    EntitlementListInput::fromJson,
                ),
                Wire(
                    """{"identity":"math","key":$ID,"type":"group","schema":{"attributes":[]}}""",
                    EntitlementReference::fromJson,
                ),
                Wire("""{"key":"regions"}""", ConfigOptionsInput::fromJson),
                Wire("""{"queryInput":{"query":"dep"}}""", SourceDataDiscoverInput::fromJson),
                Wire(
                    """{"sourceDataKey":"it","queryInput":{"limit":5}}""",
                    SourceDataReadInput::fromJson,
                ),
                Wire(
                    """{"query":"it","excludeItems":["it-1"],"limit":5}""",
                    SourceDataQuery::fromJson,
                ),
                Wire(
                    """{"datasetIds":["a","b"],"datasetSchemas":{"a":{"name":"A"}}}""",
                    DatasetListInput::fromJson,
                ),
                Wire(
                    """{"datasetIds":["a"],"datasetId":"b","additionalParameters":{"c":1}}""",
                    ApplicationDiscoveryInput::fromJson,
                ),
                Wire("""{"stream":{"status":"paused"},"subject":"s"}""", SsfStreamInput::fromJson),
            )

        @JvmStatic
        fun outputs() =
            listOf(
                Wire("{}", Done::fromJson),
                Wire(
                    """{"identity":"ada","uuid":"7","key":$IDS,"disabled":true,"locked":false,
                        "deleted":false,"incomplete":true,"finalUpdate":false,
                        "attributes":{"logins":3,"active":true,"groups":["math"],"title":null},
                        "permissions":$PERMISSIONS,"results":[{"attribute":"title"}]}""",
                    Account::fromJson,
                ),
                Wire(
                    """{"attribute":"title","status":"error",
                        "messages":[{"level":"ERROR","message":"too long"}]}""",
                    AttributeResult::fromJson,
                ),
                Wire(
                    """{"identity":"math","uuid":"7","key":$IDS,"type":"group","deleted":false,
                        "attributes":{"name":"Mathematics"},"permissions":$PERMISSIONS}""",
                    Entitlement::fromJson,
                ),
                Wire("""{"target":"/etc","rights":"read"}""", Permission::fromJson),
                Wire(ID, Key::fromJson),
                Wire(IDS, Key::fromJson),
                Wire("""{"options":{"regions":["eu","us"]}}""", ConfigOptions::fromJson),
                Wire(
                    """{"datasetId":"robots","identity":"r2d2","attributes":{"owner":"luke"}}""",
                    DatasetObject::fromJson,
                ),
                Wire(
                    """{"id":"1","primaryAppName":"Slack","description":"Chat","isPrivileged":false}""",
                    DiscoveredApplication::fromJson,
                ),
                Wire("""{"identity":"s","uuid":"1","key":$ID}""", SsfStreamOutput::fromJson),
            )
    }

    @ParameterizedTest
    @MethodSource("inputs", "outputs")
    fun `should write what was read`(wire: Wire) {
        val value = wire.read(wire.sent)

        assertThat(value.toJson()).isEqualTo(wire.sent)
        assertThat(wire.read(value.toJson())).isEqualTo(value)
    }

    @ParameterizedTest
    @MethodSource("inputs", "outputs")
    fun `should write into a generator that is in the middle of something`(wire: Wire) {
        val value = wire.read(wire.sent)

        val both = Json.toValue { out: JsonGenerator ->
            out.writeStartArray()
            value.writeTo(out)
            value.writeTo(out)
            out.writeEnd()
        }

        assertThat(both.asJsonArray()).containsExactly(wire.sent, wire.sent)
    }

    @ParameterizedTest
    @MethodSource("inputs", "outputs")
    fun `should refuse what is no object as a bad request`(wire: Wire) {
        assertThatThrownBy { wire.read(Json.text("ada")) }
            .isInstanceOfSatisfying(ConnectorException::class.java) { refused ->
                assertThat(refused.type()).isEqualTo(ConnectorException.Type.INVALID_REQUEST)
            }
    }

    @Test
    fun `should write source data as an array of what to choose`() {
        val sent =
            Json.parse("""[{"key":"it","label":"IT","subLabel":"x"},{"key":"hr","label":""}]""")

        val data = SourceData.fromJson(sent)

        assertThat(data.items.map { "${it.key} is ${it.label}, ${it.subLabel ?: "no more"}" })
            .containsExactly("it is IT, x", "hr is , no more")
        assertThat(data.toJson()).isEqualTo(sent)
    }

    @Test
    fun `should read attributes as a map of plain values`() {
        val sent = Json.parse("""{"id":"1","logins":3,"groups":["a"],"manager":null}""")

        val attributes = Attributes.fromJson(sent)
        val cleared = mutableListOf<String>()
        attributes.forEach { name, value -> if (value == null) cleared += name }
        val groups: List<Any?> = attributes.values("groups")

        assertThat(cleared).containsExactly("manager")
        assertThat(attributes.containsKey("manager")).isTrue()
        assertThat(attributes.size).isEqualTo(4)
        assertThat(groups).containsExactly("a")
        assertThat(attributes.toJson()).isEqualTo(sent)
    }

    @JvmRecord data class Limit(val limit: Int, val dryRun: Boolean)

    @Test
    fun `should carry a data class of ones own`() {
        val command = Command.of("custom:clean", Limit::class.java, Limit::class.java)
        val json = Json.parse("""{"limit":3,"dryRun":true}""")

        val read = command.input().read(json)

        assertThat(read).isEqualTo(Limit(3, true))
        assertThat(Json.toValue { command.output().write(read, it) }).isEqualTo(json)
    }

    private data class Money(val cents: Long)

    private object MoneyCodec : Codec<Money> {
        override fun type() = Money::class.java

        override fun read(json: JsonValue): Money =
            Regex("""(\d+)\.(\d\d)""").matchEntire(json.toString().trim('"'))?.let {
                Money((it.groupValues[1] + it.groupValues[2]).toLong())
            } ?: throw ConnectorException.invalidRequest("$json is no amount such as 1.00")

        override fun write(value: Money, out: JsonGenerator) {
            out.write("%d.%02d".format(value.cents / 100, value.cents % 100))
        }
    }

    @Test
    fun `should carry JSON of ones own with a codec of ones own`() {
        val convert = Command.of("custom:convert", MoneyCodec, MoneyCodec)

        val read = convert.input().read(Json.text("12.34"))

        assertThat(read).isEqualTo(Money(1234))
        assertThat(Json.toValue { convert.output().write(read, it) }).isEqualTo(Json.text("12.34"))
        assertThat(convert.input().type()).isEqualTo(Money::class.java)
        assertThatThrownBy { convert.input().read(JsonValue.TRUE) }
            .hasMessage("true is no amount such as 1.00")
    }
}
