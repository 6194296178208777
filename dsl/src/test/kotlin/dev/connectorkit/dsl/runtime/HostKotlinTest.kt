package dev.connectorkit.dsl.runtime

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.AwsCredentials
import dev.connectorkit.dsl.command.AwsRole
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.Context
import dev.connectorkit.dsl.command.OAuth2Token
import dev.connectorkit.dsl.command.OAuth2TokenRequest
import dev.connectorkit.dsl.command.Response
import dev.connectorkit.dsl.internal.json.Json
import java.time.Duration
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** What runs a connector, where that is neither the server nor the test kit. */
class HostKotlinTest {
    private val noon = Instant.parse("2026-01-01T12:00:00Z")

    /** Keeps the lines, and how often it was told to pass on what it kept. */
    private class Lines : EventSink {
        val types = mutableListOf<EventType>()
        var flushes = 0

        override fun line(type: EventType, buffer: ByteArray, offset: Int, length: Int) {
            types += type
        }

        override fun flush() {
            flushes++
        }
    }

    /** A scheduler whose time stands still until a handler lets it pass. */
    private class Patience : Scheduler {
        private var now = 0L
        private val waiting = mutableListOf<Pair<Long, Runnable>>()

        override fun nanoTime() = now

        override fun schedule(delay: Duration, task: Runnable): Scheduler.Task {
            val entry = now + delay.toNanos() to task
            waiting += entry
            return Scheduler.Task { waiting -= entry }
        }

        fun pass(time: Duration) {
            now += time.toNanos()
            val due = waiting.filter { (at) -> at <= now }
            waiting -= due.toSet()
            due.forEach { (_, task) -> task.run() }
        }
    }

    private fun reading(handler: (Context, Response<Account>) -> Unit): Connector =
        Connector.named("hr")
            .on(ACCOUNT_READ) { context, _, response -> handler(context, response) }
            .build()

    private val ada = CommandRequest.of(ACCOUNT_READ, AccountReference.of("ada"))

    @Test
    fun `should read a request and what is said about it`() {
        val request =
            CommandRequest.parse(
                """{"type":"std:account:read","input":{"identity":"ada"},"version":3,
                    "connectorRef":"hr","metadata":{"id":"c1","name":"HR","spanId":"s1",
                    "connectorInstanceId":"i1","requestId":"r1"}}"""
                    .toByteArray()
            )
        val version: Int? = request.version
        val reference: String? = request.connectorRef
        val metadata = request.metadata
        val said: List<String?> =
            listOf(
                metadata.id,
                metadata.name,
                metadata.spanId,
                metadata.connectorInstanceId,
                metadata.requestId,
            )
        val unsaid: String? = metadata.invocationId

        assertThat(request.type).isEqualTo(ACCOUNT_READ.type())
        assertThat(AccountReference.fromJson(request.input).id()).isEqualTo("ada")
        assertThat("$version $reference").isEqualTo("3 hr")
        assertThat(said).containsExactly("c1", "HR", "s1", "i1", "r1")
        assertThat(unsaid).isNull()
        assertThat(CommandRequest.parse(request.toJson().toString())).isEqualTo(request)
    }

    @Test
    fun `should give an invocation an id where it has none`() {
        val none = RequestMetadata.none()
        val named = none.identified()

        assertThat(named.invocationId).isNotBlank().isNotEqualTo(none.identified().invocationId)
        assertThat(named.identified()).isEqualTo(named)
    }

    @Test
    fun `should send signs of life by a scheduler of ones own`() {
        val patience = Patience()
        val lines = Lines()
        val slow = reading { _, response ->
            patience.pass(Duration.ofMinutes(2))
            response.send(Account.of("ada"))
        }

        ConnectorRunner.of(slow)
            .withScheduler(patience)
            .withKeepAlive(Duration.ofMinutes(1))
            .run(ada, lines)

        assertThat(lines.types).containsExactly(EventType.KEEP_ALIVE, EventType.OUTPUT)
        assertThat(lines.flushes).isEqualTo(1)
    }

    @Test
    fun `should hear of what a handler sends when it is too late`() {
        val late = mutableListOf<EventType>()
        lateinit var kept: Response<Account>
        val runner =
            ConnectorRunner.of(reading { _, response -> kept = response }).withLateLines {
                late += it
            }

        runner.run(ada, Lines())

        assertThatThrownBy { kept.send(Account.of("ada")) }
            .isInstanceOf(IllegalStateException::class.java)
        assertThat(late).containsExactly(EventType.OUTPUT)
        assertThat(runner.connector().name()).isEqualTo("hr")
    }

    @Test
    fun `should tell of an invocation that was cancelled`() {
        val slow = InterruptedException("stopped")

        val failure = InvocationException.cancelled("the command took too long", slow, true)

        assertThat(failure.type()).isEqualTo(ConnectorException.Type.TIMEOUT)
        assertThat(failure.text()).isEqualTo("generic error: the command took too long")
        assertThat(failure.answerStarted()).isTrue()
        assertThat(failure.details()).contains("stopped")
    }

    @Test
    fun `should lend a handler what a cloud knows`() {
        val cloud =
            object : Host {
                override fun assumeAwsRole(role: AwsRole) =
                    AwsCredentials(
                        "id of ${role.roleArn}",
                        "s3cret of ${role.externalId}",
                        "s3ssion",
                        noon,
                    )

                override fun getOAuth2AccessToken(request: OAuth2TokenRequest) =
                    OAuth2Token("t0ken", noon, "Bearer", null, request.clientConfig)
            }
        val asked =
            OAuth2TokenRequest("google", "r3fresh", Json.parse("""{"t":1}""").asJsonObject())
        val seen = mutableListOf<Any?>()
        val handler = reading { context, _ ->
            val credentials = context.assumeAwsRole(AwsRole("arn:1", "ext", "audit"))
            val token = context.getOAuth2AccessToken(asked)
            val refreshToken: String? = token.refreshToken
            with(credentials) {
                seen.addAll(listOf(accessKeyId, secretAccessKey, sessionToken, expiration))
            }
            with(token) { seen.addAll(listOf(tokenType, expiry, customAttributes, refreshToken)) }
            assertThat("$credentials $token").doesNotContain("s3cret", "s3ssion", "t0ken")
        }

        ConnectorRunner.of(handler).withHost(cloud).run(ada, Lines())

        assertThat(seen)
            .containsExactly(
                "id of arn:1",
                "s3cret of ext",
                "s3ssion",
                noon,
                "Bearer",
                noon,
                asked.clientConfig,
                null,
            )
    }
}
