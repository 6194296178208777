package dev.connectorkit.dsl.runtime

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.ConnectorProvider
import dev.connectorkit.dsl.Customizer
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.AwsCredentials
import dev.connectorkit.dsl.command.AwsRole
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.OAuth2Token
import dev.connectorkit.dsl.command.OAuth2TokenRequest
import dev.connectorkit.dsl.command.PlatformServices
import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.server.ConnectorServer
import dev.connectorkit.dsl.server.ServerLimits
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.filter.Dialect
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.net.InetAddress
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class RuntimeKotlinTest {
    private val now = Instant.parse("2026-01-01T00:00:00Z")

    private val cloud =
        object : Host {
            override fun assumeAwsRole(role: AwsRole): AwsCredentials =
                AwsCredentials(role.roleSessionName, "s3cret", "session", now)

            override fun getOAuth2AccessToken(request: OAuth2TokenRequest): OAuth2Token =
                OAuth2Token("of ${request.provider}", now, "Bearer", request.refreshToken, NOTHING)

            override fun reloadConfig(request: CommandRequest, patched: JsonObject): JsonObject =
                request.config
        }

    private val connector =
        Connector.named("cloud")
            .accounts(string("id").identity(), string("name").display())
            .filterDialect(Dialect.STANDARD)
            .filtered()
            .on(ACCOUNT_READ) { context, input, response ->
                val credentials = context.assumeAwsRole(AwsRole("arn", "external", "session"))
                val token = context.getOAuth2AccessToken(OAuth2TokenRequest.of("google", "refresh"))
                val spanId: String? = context.spanId()
                response.keepAlive()
                response.patchConfig(
                    Json.provider().createPatchBuilder().add("/cursor", "1").build()
                )
                response.send(
                    Account.of(input.id())
                        .with("name", credentials.accessKeyId + " " + token.accessToken)
                        .with("time", context.clock().instant().toString())
                        .with("span", spanId)
                        .with("url", context.reloadConfig().getString("url"))
                )
            }
            .on(ACCOUNT_LIST) { _, _, response ->
                response.send(Account.of("ada").with("name", "Ada"))
                response.send(Account.of("bob").with("name", "Bob"))
                response.saveState(Json.parse("""{"cursor":"1"}""").asJsonObject())
            }
            .build()

    private companion object {
        val NOTHING: JsonObject = JsonValue.EMPTY_JSON_OBJECT
    }

    private class Provider(private val connector: Connector) : ConnectorProvider {
        override fun name(): String = connector.name()

        override fun connector(): Connector = connector
    }

    private val config = Json.parse("""{"url":"https://x"}""").asJsonObject()

    @Test
    fun `should compile with a host of ones own and a sink as a lambda`() {
        val lines = mutableListOf<String>()
        val runner =
            ConnectorRunner.of(Provider(connector).connector())
                .withClock(InstantSource.fixed(now))
                .withScheduler(Scheduler.system())
                .withKeepAlive(Duration.ofSeconds(30))
                .withHost(cloud)
                .withoutConfigCheck()
        val request =
            CommandRequest.of(ACCOUNT_READ, AccountReference.of("ada"))
                .withConfig(config)
                .withMetadata(RequestMetadata.none().withInvocationId("i1"))

        runner.run(request) { type, buffer, offset, length ->
            lines += "${type.wireName()} ${length - offset > 0 && buffer.isNotEmpty()}"
        }

        assertThat(lines).containsExactly("keepAlive true", "config true", "output true")
        assertThat(CommandRequest.parse(request.toJson().toString()).metadata.invocationId)
            .isEqualTo("i1")
    }

    @Test
    fun `should compile with a buffered sink and a failure as a value`() {
        val out = ByteArrayOutputStream()
        val types = mutableListOf<EventType>()
        BufferedSink(out, Scheduler.system()).use { sink ->
            ConnectorRunner.of(connector).run(
                CommandRequest.parse(
                    """{"type":"std:account:list","config":{"filterString":"name == \"Bob\""}}"""
                )
            ) { type, buffer, offset, length ->
                types += type
                sink.line(type, buffer, offset, length)
            }
            sink.flush()
        }

        assertThat(types).containsExactly(EventType.OUTPUT, EventType.STATE)
        assertThat(out.toString(Charsets.UTF_8)).contains("Ada").doesNotContain("Bob")
        assertThatThrownBy {
                ConnectorRunner.of(connector).run(
                    CommandRequest.of("std:account:unlock", Json.parse("{}"))
                ) { _, _, _, _ ->
                }
            }
            .isInstanceOfSatisfying(InvocationException::class.java) { failure ->
                assertThat(failure.type().wireName() + failure.answerStarted())
                    .isEqualTo("genericfalse")
                assertThat(failure.text()).contains("no handler")
                assertThat(failure.details()).isNotBlank()
                assertThat(String(failure.line())).contains("error")
            }
    }

    @Test
    fun `should compile with a server for a customizer that stands alone`() {
        val customizer =
            Customizer.builder().after(ACCOUNT_READ) { _, account -> account.with("seen", true) }
        val alone = customizer.build().standAlone("marks")
        val limits =
            ServerLimits.standard()
                .withInvocations(2)
                .withRequestBytes(10_000)
                .withShutdown(Duration.ofSeconds(5))
                .withTimeout(Duration.ofMinutes(1))
        val server =
            ConnectorServer.of(alone)
                .withAddress(InetAddress.getLoopbackAddress())
                .withPort(0)
                .withConfig(config)
                .withAllowedHosts(setOf("connector.example"))
                .withLimits(limits)

        val answer =
            server.start().use { running ->
                val request =
                    HttpRequest.newBuilder(running.uri())
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(
                            BodyPublishers.ofString(
                                """{"type":"after:std:account:read","input":{"identity":"ada"}}"""
                            )
                        )
                assertThat(running.port()).isEqualTo(running.address().port)
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body()
            }

        assertThat(Json.parse(answer).asJsonObject().getJsonObject("attributes"))
            .isEqualTo(Json.parse("""{"seen":true}"""))
        assertThat(alone.answersBareJson()).isTrue()
        assertThat(alone.routes().keys).containsExactly("after:std:account:read")
        assertThat(limits.timeout).isEqualTo(Duration.ofMinutes(1))
        assertThat(limits.invocations + limits.requestBytes).isEqualTo(10_002)
    }

    @Test
    fun `should compile with services, tasks and readers that go`() {
        fun token(services: PlatformServices): String =
            services.getOAuth2AccessToken(OAuth2TokenRequest.of("google", "refresh")).accessToken
        val task: Scheduler.Task = Scheduler.system().schedule(Duration.ofHours(1)) {}
        task.cancel()

        assertThat(token(cloud)).isEqualTo("of google")
        assertThatThrownBy {
                ConnectorRunner.of(connector).run(
                    CommandRequest.of("std:account:list", Json.parse("{}"))
                ) { _, _, _, _ ->
                    throw IOException("gone")
                }
            }
            .isInstanceOfSatisfying(ReaderGoneException::class.java) { gone: ReaderGoneException ->
                assertThat(gone.cause).hasMessage("gone")
            }
    }
}
