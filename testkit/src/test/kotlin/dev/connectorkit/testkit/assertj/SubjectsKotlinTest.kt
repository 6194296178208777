package dev.connectorkit.testkit.assertj

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.command.Key
import dev.connectorkit.dsl.spec.ConnectorSpec
import dev.connectorkit.dsl.spec.KeyType
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.lint.LintRule
import dev.connectorkit.dsl.spec.lint.SpecLint
import dev.connectorkit.filter.diagnostic.IssueCode
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import jakarta.json.Json
import org.junit.jupiter.api.Test

private fun spec(vararg commands: String): ConnectorSpec =
    ConnectorSpec.named("people")
        .commands(commands.asList())
        .accounts(string("id").identity(), string("email").display())
        .entitlements("group", string("name").identity())
        .build()

class SubjectsKotlinTest {
    private val spec = spec(ACCOUNT_LIST.type())

    @Test
    fun `should compile with objects that are gone`() {
        assertThat(Account.deletion(Key.simple("ada"))).isDeleted()
        assertThat(Entitlement.deletion("group", Key.simple("admins"))).isDeleted()
        assertThatThrownBy { assertThat(Account.of("ada")).isDeleted() }
            .hasMessageContaining("deleted")
    }

    @Test
    fun `should compile with specs and schemas`() {
        assertThat(spec)
            .doesNotHandle(ACCOUNT_READ)
            .hasKeyType(KeyType.SIMPLE)
            .saysTheSameAs(spec(ACCOUNT_LIST.type()))
            .entitlements("group")
            .isIdentifiedBy("name")
        assertThat(spec(ACCOUNT_LIST.type(), ACCOUNT_READ.type())).doesNotBreak(spec)
        assertThat(spec).accounts().declares(string("email").display()).isDisplayedBy("email")
        assertThat(Entitlement.of("group", "admins").with("name", "admins"))
            .fits(checkNotNull(spec.entitlementSchema("group")))
        assertThatThrownBy { assertThat(spec).handles(ACCOUNT_READ) }
            .hasMessageContaining("expected the spec to handle `std:account:read`")
    }

    @Test
    fun `should compile with findings of a lint`() {
        assertThatThrownBy { assertThat(SpecLint.check(spec.toText())).isClean() }
            .hasMessageContaining("expected no findings")
        assertThat(SpecLint.check(spec.toText().replace("\n", "\r\n")))
            .found(LintRule.CRLF_LINE_ENDINGS)
            .foundAt(LintRule.CRLF_LINE_ENDINGS, "")
            .foundNo(LintRule.NOT_JSON)
    }

    @Test
    fun `should compile with filters`() {
        val compiler = spec.accountSchema().filterCompiler()
        val silent = compiler.compile("email.isNull()")

        assertThat(silent).compilesSilently()
        assertThat(checkNotNull(silent.filter()))
            .keeps(Account.of("ada").with("email", "a@x.com"))
            .matches(mapOf("email" to null))
        assertThat(compiler.compile("emial.isNull()"))
            .found(IssueCode.UNKNOWN_ATTRIBUTE)
            .suggests("email")
        assertThat(compiler.compile("email ==")).isRefused().says("email ==")
    }

    @Test
    fun `should compile with a patch of some key`() {
        val before = Json.createObjectBuilder().add("cursor", "1").build()
        val after = Json.createObjectBuilder().add("cursor", "2").build()

        assertThat(Json.createDiff(before, after)).replacesKey("cursor")
        assertThatThrownBy { assertThat(Json.createDiff(before, after)).replacesKey("page") }
            .hasMessageContaining("page")
    }
}
