package dev.connectorkit.dsl

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.Command
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.NoContext
import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.runtime.CommandRequest
import dev.connectorkit.dsl.runtime.ConnectorRunner
import jakarta.json.JsonObject
import jakarta.json.JsonString
import jakarta.json.JsonValue
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** What stands around the handlers of a connector: customizers and partitions. */
class HandlersKotlinTest {
    private fun json(text: String): JsonObject = Json.parse(text).asJsonObject()

    /** Runs a command as a host does, and returns the data of the lines of its answer. */
    private fun <I : Any> answer(
        connector: Connector,
        command: Command<I, *>,
        input: I,
        config: JsonObject = JsonValue.EMPTY_JSON_OBJECT,
    ): List<JsonObject> {
        val lines = mutableListOf<JsonObject>()
        ConnectorRunner.of(connector).run(CommandRequest.of(command, input).withConfig(config)) {
            _,
            buffer,
            offset,
            length ->
            lines += json(String(buffer, offset, length)).getJsonObject("data")
        }
        return lines
    }

    private val shouting =
        Customizer.builder()
            .before(ACCOUNT_READ) { _, input -> AccountReference.of(input.id().trim()) }
            .after(ACCOUNT_READ) { _, account -> account.with("seen", true) }
            .operation("shout") { _, text ->
                if (text is JsonString) Json.text(text.string.uppercase()) else text
            }
            .build()

    @Test
    fun `should answer the steps of a customizer that stands alone`() {
        val before =
            shouting.answer(
                "before:std:account:read",
                NoContext.INSTANCE,
                AccountReference.of(" ada ").toJson(),
            )
        val unknown: JsonValue = shouting.answer("whisper", NoContext.INSTANCE, JsonValue.TRUE)

        assertThat(shouting.commandTypes())
            .containsExactly("before:std:account:read", "after:std:account:read", "shout")
        assertThat(AccountReference.fromJson(before)).isEqualTo(AccountReference.of("ada"))
        assertThat(unknown).isEqualTo(JsonValue.TRUE)
    }

    @Test
    fun `should let a handler ask for an operation that a customizer may have`() {
        val plain =
            Connector.named("directory")
                .on(ACCOUNT_READ) { context, input, response ->
                    val name = context.customizedOperation("shout", Json.text(input.id()))
                    response.send(Account.of(input.id()).with("name", (name as JsonString).string))
                }
                .build()

        fun name(connector: Connector): String =
            answer(connector, ACCOUNT_READ, AccountReference.of("ada"))
                .single()
                .getJsonObject("attributes")
                .getString("name")

        assertThat(name(plain)).isEqualTo("ada")
        assertThat(name(plain.customizedBy(shouting))).isEqualTo("ADA")
    }

    @Test
    fun `should list the partitions that a configuration switches on`() {
        val regions =
            listOf("eu" to 20L, "us" to 30L).map { (name, size) ->
                Partition.of(name).withSize(size).withAttributes(mapOf("host" to "$name.example"))
            }
        val connector =
            Connector.named("directory")
                .on(
                    ACCOUNT_LIST,
                    Partitions.upTo(
                        1,
                        { _, _ -> regions },
                        { _, _, region, response ->
                            val host: String? = region.attributes.text("host")
                            response.send(Account.of(host ?: "everywhere"))
                        },
                    ),
                )
                .build()
        val switchedOn = json("""{"${Partitions.ENABLED_KEY}": true}""")

        fun hosts(config: JsonObject): List<String> =
            answer(connector, ACCOUNT_LIST, AccountListInput.full(), config).map {
                it.getString("identity")
            }

        assertThat(hosts(switchedOn)).containsExactly("eu.example", "us.example")
        assertThat(hosts(JsonValue.EMPTY_JSON_OBJECT)).containsExactly("everywhere")
        assertThat(regions.sumOf { it.size }).isEqualTo(50)
    }
}
