package dev.connectorkit.testkit.rules

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.Attributes
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.runtime.CommandRequest
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import dev.connectorkit.testkit.rules.report.ReportFormat
import dev.connectorkit.testkit.run.Driver
import dev.connectorkit.testkit.run.Ending
import dev.connectorkit.testkit.run.InProcessDriver
import dev.connectorkit.testkit.run.LineListener
import dev.connectorkit.testkit.simulation.FakeSource
import dev.connectorkit.testkit.simulation.SourceControl.Ability
import dev.connectorkit.testkit.simulation.VirtualClock
import jakarta.json.Json
import java.time.Duration
import org.junit.jupiter.api.Test

class ValidationKotlinTest {
    private val source = FakeSource(VirtualClock())
    private val table =
        source.accounts("people") { Attributes.of(mapOf("id" to "u$it", "name" to "U $it")) }

    private fun connector(): Connector =
        Connector.named("people")
            .accounts(string("id").identity(), string("name"))
            .on(ACCOUNT_LIST) { _, _, response ->
                generateSequence(table.page(null)) { page -> page.next()?.let { table.page(it) } }
                    .flatMap { it.rows() }
                    .forEach {
                        response.send(Account.of(checkNotNull(it.text("id"))).withAttributes(it))
                    }
            }
            .on(ACCOUNT_READ) { _, input, response ->
                response.send(Account.of(input.id()).with("id", input.id()).with("name", "?"))
            }
            .build()

    @Test
    fun `should compile with rules tried one by one`() {
        val validation =
            Validation.of(connector())
                .source(source)
                .seed(7)
                .only("list.equals-read", "list.repeatable", "update.set")
        validation.start().use { run ->
            val reports = run.rules().map { run.attempt(it) }

            assertThat(run.seed()).isEqualTo(validation.seed()).isEqualTo(7)
            assertThat(run.rules()).isEqualTo(validation.rules())
            assertThat(run.report().rules()).isEqualTo(reports)
            assertThat(reports.map { it.status() })
                .containsExactlyInAnyOrder(RuleStatus.PASSED, RuleStatus.FAILED, RuleStatus.SKIPPED)
            assertThat(reports.single { it.isFault }.explanation())
                .contains("shortest case that fails")
        }
    }

    @Test
    fun `should compile with a report of a fault`() {
        val report =
            Validation.of(connector()).source(source).only("list.equals-read", "update.set").run()
        val fault = report.rule("list.equals-read")

        assertThat(report.target()).isEqualTo("people, in process")
        assertThat(report.seed()).isEqualTo(1)
        assertThat(report.count(RuleStatus.FAILED)).isEqualTo(1)
        assertThat(report.hasFaults()).isTrue()
        assertThat(report.summary()).contains("0 passed, 1 failed, 1 skipped")
        assertThat(report.leftBehind() + report.notRestored()).isEmpty()
        assertThat(report.rule("update.set")).wasSkipped()
        assertThat(fault.kind()).isEqualTo(RuleKind.REQUIRED)
        assertThat(fault.title()).isNotBlank()
        assertThat(fault.message()).contains("`name`")
        assertThat(fault.notes()).isEmpty()
        assertThat(fault.failingCase()).isNotEmpty()
        assertThat(fault.exchanges()).isNotEmpty()
        assertThatThrownBy { assertThat(report).passed() }.hasMessageContaining("list.equals-read")
        assertThat(ReportFormat.entries.map { it.extension() })
            .containsExactly("txt", "json", "xml", "html")
    }

    @Test
    fun `should compile with everything that can be said of a source`() {
        val id = Json.createValue("u0")
        val report =
            Validation.of(InProcessDriver.of(connector()))
                .spec(connector().spec().toJson())
                .config(Json.createObjectBuilder().add("url", "x").build())
                .readOnly()
                .softDelete()
                .readOnlyAttributes("name")
                .value("id", id)
                .only("list.repeatable")
                .run()

        assertThat(report).passed()
        assertThat(report.rules().map { it.objects() to it.attributes() })
            .containsExactly(5L to 10L)
    }

    @Test
    fun `should compile with a connector that does not say what it is`() {
        val silent =
            object : Driver {
                override fun describe(): String = "silent"

                override fun stream(request: CommandRequest, listener: LineListener): Ending =
                    Ending(null, null, Duration.ZERO)
            }

        assertThatThrownBy { Validation.of(silent).start() }
            .isInstanceOf(SpecUnavailableException::class.java)
    }

    @Test
    fun `should compile with what there is to know of a rule`() {
        val rule = Rule.all().single { it.id() == "password.changes-source" }

        assertThat(rule.title()).isNotBlank()
        assertThat(rule.kind()).isEqualTo(RuleKind.REQUIRED)
        assertThat(rule.commands()).contains("std:change-password")
        assertThat(rule.abilities()).doesNotContain(Ability.FAULTS)
        assertThat(rule.changesData()).isTrue()
        assertThat(rule.needsProcess()).isFalse()
    }

    @Test
    fun `should compile with an object and what does not fit`() {
        val account = Account.of("ada").with("id", "ada").with("tel", "1")

        assertThat(SchemaFit.problems(connector().spec().accountSchema(), account.toJson()))
            .containsExactly("attribute `tel` is not declared in the schema")
    }
}
