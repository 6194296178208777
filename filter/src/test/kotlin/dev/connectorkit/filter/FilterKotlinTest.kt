package dev.connectorkit.filter

import dev.connectorkit.filter.ast.Expr
import dev.connectorkit.filter.diagnostic.IssueCode
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class FilterKotlinTest {

    @Test
    fun `should compile with maps of nullable values`() {
        val account: Map<String, Any?> = mapOf("type" to "Contractor", "manager" to null)

        assertThat(Filter.compile("""type != "Employee" && manager == null""").matches(account))
            .isTrue()
    }

    @Test
    fun `should compile with member references as predicates`() {
        val filter = Filter.compile("age > 30")

        assertThat(listOf(mapOf("age" to 31), mapOf("age" to 30)).filter(filter::matches))
            .hasSize(1)
    }

    @Test
    fun `should compile with an exhaustive when over expressions`() {
        fun kind(expression: Expr): String =
            when (expression) {
                is Expr.Or -> "or ${expression.operands.size}"
                is Expr.And -> "and"
                is Expr.Not -> "not"
                is Expr.Comparison -> expression.operator.symbol()
                is Expr.Call -> expression.method.methodName()
                is Expr.Attribute -> expression.name()
                is Expr.Literal -> expression.value?.toString() ?: "null"
            }

        assertThat(kind(Filter.compile("a || b || c").expression())).isEqualTo("or 3")
    }

    @Test
    fun `should compile with record accessors as properties`() {
        val result = FilterCompiler.standard().attribute("age", ValueType.INT).compile("age = 30")

        assertThat(result.issues().map { it.code })
            .containsExactly(IssueCode.SINGLE_CHARACTER_OPERATOR)
        assertThat(result.fixed().filter().text()).isEqualTo("age == 30")
    }
}
