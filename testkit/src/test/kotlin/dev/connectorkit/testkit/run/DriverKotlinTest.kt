package dev.connectorkit.testkit.run

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.runtime.CommandRequest
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import dev.connectorkit.testkit.simulation.VirtualClock
import jakarta.json.Json
import jakarta.json.JsonObject
import java.net.URI
import java.time.Duration
import org.junit.jupiter.api.Test

// region decorated
/** Passes commands on to another driver, and counts them. */
class CountingDriver(inner: Driver) : ForwardingDriver(inner) {
    var commands = 0
        private set

    override fun stream(request: CommandRequest, listener: LineListener): Ending {
        commands++
        return super.stream(request, listener)
    }
}

// endregion

private val CURSOR: JsonObject = Json.createObjectBuilder().add("cursor", "1").build()

private fun connector(): Connector =
    Connector.named("people")
        .accounts(string("id").identity())
        .entitlements("group", string("id").identity())
        .on(ACCOUNT_LIST) { _, input, response ->
            response.send(Account.of("ada"))
            if (input.stateful()) response.saveState(CURSOR)
        }
        .on(ENTITLEMENT_LIST) { _, input, response ->
            response.send(Entitlement.of(input.type(), "admins"))
            if (input.stateful()) response.saveState(CURSOR)
        }
        .build()

private fun about(driver: Driver): List<Any> =
    listOf(
        driver.describe(),
        driver.isInProcess,
        driver.secretItems(),
        driver.lateLines(),
        driver.mediaTypes(),
    )

class DriverKotlinTest {
    private val request = CommandRequest.of(ACCOUNT_LIST, AccountListInput.firstStateful())

    @Test
    fun `should compile with a driver around another`() {
        val inner = InProcessDriver.recycling { connector() }.withClock(VirtualClock())
        CountingDriver(inner).use { driver ->
            val told = mutableListOf<String>()
            val exchange = driver.execute(request) { told += it.type() }

            assertThat(told).containsExactly(Line.OUTPUT, Line.STATE)
            assertThat(exchange.succeeded()).isTrue()
            assertThat(driver.execute(request).lines()).hasSize(2)
            assertThat(driver.commands).isEqualTo(2)
            assertThat(driver.describe()).isEqualTo("people, in process")
            assertThat(about(driver)).isEqualTo(about(inner))
        }
    }

    @Test
    fun `should compile with an exchange and its lines`() {
        val driver = InProcessDriver.of(connector()).withClock(VirtualClock())
        val exchange = driver.execute(request)
        val line = exchange.lines().first()

        assertThat(driver.connector().spec().name()).isEqualTo("people")
        assertThat(exchange.request().type()).isEqualTo(ACCOUNT_LIST.type())
        assertThat(exchange.outputs().map { it.getString("identity") }).containsExactly("ada")
        assertThat(exchange.output()).isEqualTo(line.data())
        assertThat(exchange.states()).containsExactly(CURSOR)
        assertThat(exchange.failure()).isNull()
        assertThat(exchange.isNotFound).isFalse()
        assertThat(line.type()).isEqualTo(Line.OUTPUT)
        assertThat(line.at()).isZero()
        assertThat(line.size()).isGreaterThan(20)
        assertThat(exchange.ending().took()).isZero()
        assertThat(exchange.ending().trailing()).isNull()
        assertThat(exchange.toText(Secrets.none())).contains("← output {\"identity\":\"ada\"")
    }

    @Test
    fun `should compile with a source that keeps state`() {
        val source = Invocation.through(CountingDriver(InProcessDriver.of(connector())))
        val stored = source.withConfig(CURSOR).withStored("page", 2)
        val run = stored.run(ACCOUNT_LIST, AccountListInput.full())

        assertThat(stored.config()).holds("cursor", "1").holds("page", 2)
        assertThat(run.succeeded()).isTrue()
        assertThat(run.command()).isEqualTo(ACCOUNT_LIST)
        assertThat(run.outputs()).hasSize(1)
        assertThat(run.secrets().isEmpty).isTrue()
        assertThat(source.listAccountChanges()).savedState(CURSOR)
        assertThat(source.listEntitlementChanges("group")).entitlement("admins").hasType("group")
        assertThat(source.platform().state(ENTITLEMENT_LIST.type() + " group")).isEqualTo(CURSOR)
    }

    @Test
    fun `should compile with failures`() {
        val failure = Failure.parse("notFound error: no such person\n    at read (index.js:1)")

        assertThat(failure.type()).isEqualTo(Failure.NOT_FOUND)
        assertThat(failure.isNotFound).isTrue()
        assertThat(failure.reason()).isEqualTo("no such person")
        assertThat(failure.message()).contains("index.js")
        assertThat(Failure.silence(Duration.ofMinutes(3)).isSilence).isTrue()
        assertThatThrownBy { HttpDriver.to(URI.create("http://localhost:1")).execute(request) }
            .isInstanceOf(ConnectorUnreachableException::class.java)
    }

    @Test
    fun `should compile with secrets`() {
        val config =
            Json.createObjectBuilder().add("token", "t0ps3cret").add("door", "4711").build()
        val secrets = Secrets.of(config).and(config, setOf("door")).and("open sesame")

        assertThat(secrets.mask("t0ps3cret, 4711, open sesame")).isEqualTo("•••, •••, •••")
        assertThat(secrets.longerThan(9).appearIn("4711")).isFalse()
        assertThat(Secrets.isSecretName("apiKey")).isTrue()
        assertThat(
                Exchange(request.withConfig(config), listOf(), Ending(null, null, Duration.ZERO))
                    .secrets(setOf())
                    .appearIn("t0ps3cret")
            )
            .isTrue()
    }
}
