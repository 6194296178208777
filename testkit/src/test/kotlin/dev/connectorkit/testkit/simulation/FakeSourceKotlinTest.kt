package dev.connectorkit.testkit.simulation

import dev.connectorkit.dsl.command.Attributes
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
        FakeSourceServer.start(source).use { server ->
            val request = HttpRequest.newBuilder(URI.create("${server.uri()}/users/u1")).build()
            val response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString())

            assertThat(response.body()).contains("User 1")
        }
    }
}
