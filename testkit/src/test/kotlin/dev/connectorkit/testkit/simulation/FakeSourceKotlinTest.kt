package dev.connectorkit.testkit.simulation

import dev.connectorkit.dsl.command.Attributes
import dev.connectorkit.dsl.spec.ConnectorSpec
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import org.junit.jupiter.api.Test

class FakeSourceKotlinTest {
    private val source = FakeSource(VirtualClock()).pageSize(2)
    private val users =
        source.accounts("users") { n -> Attributes.of(mapOf("id" to "u$n", "name" to "User $n")) }

    @Test
    fun `should compile with tables, pages and faults`() {
        val page = users.page(null)
        assertThat(page.rows().map { it.text("id") }).containsExactly("u0", "u1")
        assertThat(users.page(page.next()).rows()).hasSize(2)

        source.inject(Fault.tooManyRequests(Duration.ofMinutes(1)).on(SourceRequest.Kind.READ))
        assertThatThrownBy { users.read("u0") }.hasMessage("too many requests")
        assertThat(source.requests().last().target()).isEqualTo("users/u0")
    }

    @Test
    fun `should compile with the source behind HTTP`() {
        FakeSourceServer.start(source).acceptOnly("t0ken").patience(Duration.ofMinutes(1)).use {
            server ->
            val request = HttpRequest.newBuilder(URI.create("${server.uri()}/users/u1"))
            val client = HttpClient.newHttpClient()
            val response =
                client.send(
                    request.copy().header("Authorization", "Bearer t0ken").build(),
                    BodyHandlers.ofString(),
                )

            assertThat(response.body()).contains("User 1")
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401)
        }
    }

    @Test
    fun `should compile with rows and what changed`() {
        val token = users.token()
        val made = users.insert(Attributes.of(mapOf("id" to "eve", "name" to "Eve")))
        users.update("eve", mapOf("name" to null))
        users.delete("u0")

        assertThat(made.text("name")).isEqualTo("Eve")
        assertThat(users.row("eve")).isEqualTo(Attributes.of(mapOf("id" to "eve")))
        assertThat(users.size()).isEqualTo(5)
        val window = users.rows(3, 5)
        assertThat(window.rows().map { it.text("id") }).containsExactly("u4", "eve")
        assertThat(window.total()).isEqualTo(5)
        val changes = users.changesSince(token)
        assertThat(changes.rows().map { it.text("id") }).containsExactly("eve")
        assertThat(changes.deleted()).containsExactly("u0")
        assertThat(users.changesSince(changes.token()).rows()).isEmpty()
        assertThat(users.changedSince(VirtualClock.START).deleted()).containsExactly("u0")
    }

    @Test
    fun `should compile with faults of every kind`() {
        val wait = Duration.ofMinutes(2)
        val faults =
            mapOf(
                Fault.tooManyRequests(wait) to 429,
                Fault.unauthorized() to 401,
                Fault.serverError().after(0).times(1) to 500,
                Fault.lostAnswer().on(SourceRequest.Kind.READ) to 500,
                Fault.hang() to 408,
                Fault.truncatedPage().on(SourceRequest.Kind.READ) to 502,
                Fault.down() to 503,
            )
        source.clientTimeout(Duration.ofSeconds(30))

        assertThat(faults).allSatisfy { fault, status ->
            source.inject(fault)
            assertThatThrownBy { source.ping() }
                .isInstanceOfSatisfying(SourceException::class.java) {
                    assertThat(it.status()).isEqualTo(status)
                    assertThat(it.fault()).isEqualTo(fault.what())
                    assertThat(it.retryAfter()).isEqualTo(fault.retryAfter())
                    assertThat(fault.calls()).contains(SourceRequest.Kind.READ)
                    assertThat(fault.after()).isZero()
                    assertThat(fault.times()).isPositive()
                }
        }
        source.heal()
        source.ping()
        assertThat(faults.keys.map { it.what() })
            .containsExactly(*Fault.What.entries.toTypedArray())
    }

    @Test
    fun `should compile with a source that fails and is asked without end`() {
        source.inject(Fault.down())

        assertThatThrownBy {
                while (true) {
                    runCatching { source.ping() }.onFailure { if (it !is SourceException) throw it }
                }
            }
            .isInstanceOf(EndlessCommandError::class.java)
    }

    @Test
    fun `should compile with several tables`() {
        val teams = source.table("teams", 2) { Attributes.of(mapOf("id" to "t$it")) }

        assertThat(source.table("teams")).isSameAs(teams)
        assertThat(source.table("rooms")).isNull()
        assertThat(teams.rows(0, 9).total()).isEqualTo(2)
    }

    @Test
    fun `should compile with the clock and what is scheduled on it`() {
        val clock = VirtualClock()
        val ran = mutableListOf<Long>()
        clock.schedule(Duration.ofMinutes(1)) { ran += clock.nanoTime() }
        val never = clock.schedule(Duration.ofMinutes(2)) { ran += 0 }

        assertThat(clock.scheduled()).hasSize(2)
        never.cancel()
        clock.advance(Duration.ofMinutes(5))
        assertThat(ran).containsExactly(Duration.ofMinutes(1).toNanos())
    }

    @Test
    fun `should compile with made-up texts and what a creation fills in`() {
        val spec =
            ConnectorSpec.named("people").accounts(string("id").identity(), string("email")).build()

        assertThat(PlausibleText.of("email", "ada", 7)).isEqualTo("ada7@example.com")
        assertThat(CreateExtent.MINIMAL.attributes(spec)).containsExactly("id")
        assertThat(CreateExtent.MAXIMAL.attributes(spec)).containsExactly("id", "email")
    }
}
