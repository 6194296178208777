package dev.connectorkit.testkit.contract

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.rules.RuleStatus
import dev.connectorkit.testkit.rules.Validation
import dev.connectorkit.testkit.rules.report.ReportFormat
import org.junit.jupiter.api.Test

private fun connector(vararg readable: String): Connector =
    Connector.named("people")
        .accounts(string("id").identity())
        .on(ACCOUNT_LIST) { _, _, response ->
            listOf("ada", "bob").forEach { response.send(account(it)) }
        }
        .on(ACCOUNT_READ) { _, input, response ->
            if (input.id() !in readable) throw ConnectorException.notFound("person", input.id())
            response.send(account(input.id()))
        }
        .build()

private fun account(id: String): Account = Account.of(id).with("id", id)

class ConnectorContractKotlinTest : ConnectorContract {
    override fun connector(): Validation =
        ConnectorContract.of(connector("ada", "bob"))
            .limit(5)
            .only("list.equals-read", "list.repeatable")
            .bypass("list.repeatable", "tried below")

    @Test
    fun `should compile with a report and what became of its rules`() {
        val told = mutableListOf<String>()
        val report =
            ConnectorContract.of(connector("ada"))
                .only("list.equals-read", "list.repeatable", "create.minimal")
                .seed(7)
                .run { told += it.rule() }

        assertThat(report).rule("list.equals-read").failed().says("`bob` is in the list")
        assertThat(report.rule("list.repeatable")).passed()
        assertThat(report).skippedOnly("create.minimal")
        assertThat(report.with(RuleStatus.FAILED).map { it.rule() })
            .containsExactly("list.equals-read")
        assertThat(told).hasSize(3)
        assertThat(ReportFormat.entries.map { it.write(report, "again") }).allSatisfy {
            assertThat(it).contains("list.equals-read")
        }
        assertThat(report.passed()).isFalse()
    }
}
