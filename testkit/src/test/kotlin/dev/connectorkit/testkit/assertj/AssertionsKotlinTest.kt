package dev.connectorkit.testkit.assertj

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.spec.ConnectorSpec
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.lint.SpecLint
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import jakarta.json.Json
import org.junit.jupiter.api.Test

class AssertionsKotlinTest {
    private val spec =
        ConnectorSpec.named("people")
            .commands(listOf(ACCOUNT_LIST.type()))
            .accounts(string("id").identity(), string("email").display())
            .build()

    @Test
    fun `should compile with a subject of every kind`() {
        assertThat(Account.of("ada").with("email", "a@x.com"))
            .hasId("ada")
            .hasAttribute("email", "a@x.com")
            .fits(spec.accountSchema())
        assertThat(Entitlement.of("group", "admins")).hasType("group")
        assertThat(spec).handles(ACCOUNT_LIST).accounts().isIdentifiedBy("id")
        assertThat(spec.accountSchema()).hasAttributes("id", "email")
        assertThat(SpecLint.check(spec.toText())).hasNoErrors()
        assertThat(spec.accountSchema().filterCompiler().compile("email.isNull()"))
            .compiles()
            .filter()
            .leavesOut(Account.of("eve"))
            .doesNotMatch(mapOf("email" to "x"))
        assertThat(Json.createObjectBuilder().add("page", 1).build()).holds("page", 1).hasSize(1)
    }

    @Test
    fun `should compile with patches`() {
        val before = Json.createObjectBuilder().add("cursor", "1").add("lock", true).build()
        val after = Json.createObjectBuilder().add("cursor", "2").add("page", 1).build()
        val patch = Json.createDiff(before, after)

        assertThat(patch)
            .turns(before, after)
            .isMinimal()
            .touchesOnly("cursor", "lock", "page")
            .hasOperations(3)
            .replacesKey("cursor", Json.createValue("2"))
            .addsKey("page", Json.createValue(1))
            .removesKey("lock")
    }

    @Test
    fun `should compile with assertions of AssertJ beside them`() {
        assertThat("ada").startsWith("a")
        assertThat(listOf(1, 2)).contains(2)
        assertThatThrownBy { assertThat(Account.of("ada")).isDisabled() }
            .hasMessageContaining("expected `disabled` to be true, but it is false")
    }
}
