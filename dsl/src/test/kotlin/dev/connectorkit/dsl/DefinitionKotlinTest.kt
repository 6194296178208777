package dev.connectorkit.dsl

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.Command
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.command.Key
import dev.connectorkit.dsl.command.ObjectFilter
import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConfigItem.url
import dev.connectorkit.dsl.spec.Schema
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.TemplateField.field
import dev.connectorkit.filter.Dialect
import jakarta.json.JsonObject
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** What the definition of a connector says, and what a tool reads from it. */
class DefinitionKotlinTest {
    private data class Team(val id: String, val name: String?, val code: Int)

    private val math = Team("1", "Mathematics", 17)

    private val teams =
        ObjectMapping.of(Team::class.java)
            .attribute(string("id").identity(), Team::id)
            .attribute(string("name").display(), Team::name)

    private val connector =
        Connector.named("hr")
            .description("Everybody who works here")
            .with("supportTeam", Json.text("iam"))
            .config(menu("Access", section("Server", url("baseUrl", "Base URL").required())))
            .accounts(
                Schema.account(
                    string("id").identity(),
                    string("team").multi().entitlement().managed().group(),
                    string("roles").multi().entitlement("role"),
                    string("site").entitlement("site"),
                )
            )
            .entitlements("team", teams)
            .entitlements("role", string("id").identity())
            .entitlements(Schema.entitlement("site", string("id").identity()).includePermissions())
            .accountCreateTemplate(field("id").fromIdentity("uid"))
            .stateful()
            .showDebugLoggingOption()
            .filterDialect(Dialect.SDK)
            .on(ACCOUNT_LIST) { _, _, response -> response.send(Account.of("ada")) }
            .build()

    private fun json(text: String): JsonObject = Json.parse(text).asJsonObject()

    @Test
    fun `should read from a connector what its definition says`() {
        val spec = connector.spec()

        assertThat(spec.name).isEqualTo(connector.name())
        assertThat(spec.commands).containsExactly(ACCOUNT_LIST.type())
        assertThat(spec.extras.mapValues { "${it.value}" })
            .containsEntry("description", "\"Everybody who works here\"")
            .containsEntry("supportTeam", "\"iam\"")
        assertThat(spec.entitlementSchemas.map { it.type }).containsExactly("team", "role", "site")
        assertThat(spec.accountCreateTemplate.map { it.key }).containsExactly("id")
        assertThat(spec.supportsStatefulCommands && spec.showDebugLoggingOption).isTrue()
        assertThat(connector.filterDialect()).isEqualTo(Dialect.SDK)
    }

    @Test
    fun `should find the command that a route answers`() {
        val command: Command<*, *>? = connector.route("std:account:list")?.command

        assertThat(command).isEqualTo(ACCOUNT_LIST)
        assertThat(connector.route("std:account:read")).isNull()
    }

    @Test
    fun `should check a configuration before a handler sees it`() {
        val complete = json("""{"baseUrl": "https://hr.example"}""")

        assertThat(connector.configProblems(complete)).isEmpty()
        connector.checkConfig(complete)
        assertThatThrownBy { connector.checkConfig(json("{}")) }
            .isInstanceOf(ConnectorException::class.java)
            .hasMessageContaining("`baseUrl` (Base URL, in section Server) is missing")
    }

    @Test
    fun `should leave out what the filter of a source matches`() {
        val filter: ObjectFilter =
            connector.objectFilter(json("""{"filterString": "id == \"1\" || id == \"ada\""}"""))
        val teams = listOf("1", "2").map { Entitlement.of("team", it).with("id", it) }
        val people = listOf("ada", "bob").map { Account.of(it).with("id", it) }

        assertThat(teams.filter { filter.keeps(it) }.map { it.id() }).containsExactly("2")
        assertThat(people.filter { filter.keeps(it) }.map { it.id() }).containsExactly("bob")
    }

    @Test
    fun `should map a class of ones own to entitlements`() {
        val schema: Schema.Entitlement = teams.entitlementSchema("team")
        val entitlement: Entitlement = teams.entitlement("team", math)

        assertThat(schema).isEqualTo(connector.spec().entitlementSchema("team"))
        assertThat(entitlement)
            .isEqualTo(Entitlement.of("team", "1").with("id", "1").with("name", "Mathematics"))
    }

    @Test
    fun `should take the key from elsewhere than the identity attribute`() {
        val byCode = teams.key { "team-${it.code}" }

        assertThat(byCode.entitlement("team", math).key).isEqualTo(Key.simple("team-17"))
        assertThat(byCode.account(math).identity).isEqualTo("team-17")
    }
}
