package dev.connectorkit.dsl.server

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.command.Done
import dev.connectorkit.dsl.runtime.ConnectorRunner
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ServerKotlinTest {
    private val runner =
        ConnectorRunner.of(
            Connector.named("hr")
                .on(TEST_CONNECTION) { _, _, response -> response.send(Done.done()) }
                .build()
        )

    @Test
    fun `should serve pages beside the commands of a runner`() {
        val server =
            ConnectorServer.of(runner).withPort(0).withPages { exchange ->
                val page = "<h1>${exchange.requestURI.path}</h1>".toByteArray()
                exchange.use {
                    it.sendResponseHeaders(200, page.size.toLong())
                    it.responseBody.write(page)
                }
            }

        val answer =
            server.start().use { running ->
                val request =
                    HttpRequest.newBuilder(running.uri().resolve("/hello"))
                        .timeout(Duration.ofSeconds(30))
                        .build()
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body()
            }

        assertThat(answer).isEqualTo("<h1>/hello</h1>")
    }

    @Test
    fun `should say how long a server waits when it stops`() {
        val patient: Duration = ServerLimits.standard().shutdown
        val hasty: Duration = ServerLimits.standard().withShutdown(Duration.ZERO).shutdown

        assertThat(hasty).isZero().isLessThan(patient)
    }
}
