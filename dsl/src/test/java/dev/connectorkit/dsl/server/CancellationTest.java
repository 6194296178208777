package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Commands that end before their handler meant to: by timeout, by a stop, by a client that leaves. */
class CancellationTest {
    private static final String LIST = "{\"type\":\"std:account:list\"}";
    private static final Duration SOON = Duration.ofMillis(500);

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private RunningServer server = start(limits -> limits, (context, input, response) -> {});

    private RunningServer start(UnaryOperator<ServerLimits> limits, Handler<AccountListInput, Account> handler) {
        return start(limits, Duration.ofMinutes(1), handler);
    }

    private RunningServer start(
            UnaryOperator<ServerLimits> limits, Duration keepAlive, Handler<AccountListInput, Account> handler) {
        var connector = Connector.named("sample")
                .accounts(SchemaAttribute.string("id", "Id").identity().display())
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    try {
                        handler.handle(context, input, response);
                    } finally {
                        ended.countDown();
                    }
                })
                .build();
        if (server != null) {
            server.close();
        }
        try {
            server = ConnectorServer.of(ConnectorRunner.of(connector).withKeepAlive(keepAlive))
                    .withPort(0)
                    .withLimits(limits.apply(ServerLimits.standard()))
                    .withTimeToCancel(SOON)
                    .start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
    }

    private HttpRequest list() {
        return HttpRequest.newBuilder(server.uri())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LIST))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private RawAnswer rawAnswer() throws IOException {
        try (var raw = RawClient.of(server)) {
            return raw.post(LIST).readChunks();
        }
    }

    private static void awaitWhateverComes(CountDownLatch latch) {
        var waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                // This is the handler that takes no notice.
            }
        }
    }

    private static void assertCut(RawAnswer answer, String reason) {
        assertThat(answer.head()).startsWith("HTTP/1.1 200");
        assertThat(answer.body())
                .endsWith("\n{\"type\":\"error\",\"data\":{\"type\":\"generic\",\"message\":\"" + reason + "\"}}\n");
        assertThat(answer.isWhole()).isFalse();
    }

    @Nested
    class A_timeout {
        private static final String TOO_LONG = "the command took longer than 0.5 seconds, which is this server's limit";

        @Test
        void before_the_first_line_is_an_error() throws Exception {
            start(limits -> limits.withTimeout(SOON), (context, input, response) -> release.await());

            var answer = send(list());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("generic error: " + TOO_LONG + "\n");
        }

        @Test
        void after_the_first_line_ends_the_stream_with_an_error() throws Exception {
            start(limits -> limits.withTimeout(SOON), (context, input, response) -> {
                response.send(Account.of("ada"));
                release.await();
            });

            var answer = rawAnswer();

            assertThat(answer.body()).contains("\"ada\"");
            assertCut(answer, TOO_LONG);
        }

        @Test
        void ends_a_stream_that_never_pauses_between_two_lines() throws Exception {
            start(limits -> limits.withTimeout(SOON), (context, input, response) -> {
                while (true) {
                    response.send(Account.of("ada"));
                }
            });

            assertCut(rawAnswer(), TOO_LONG);
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        }

        @Test
        void does_not_wait_for_a_handler_that_takes_no_notice() throws Exception {
            start(limits -> limits.withTimeout(SOON), (context, input, response) -> awaitWhateverComes(release));

            var answer = send(list());

            assertThat(ended.getCount()).isOne();
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("generic error: " + TOO_LONG + "\n");
        }

        @Test
        void does_not_wait_for_a_handler_that_takes_no_notice_in_mid_stream() throws Exception {
            start(limits -> limits.withTimeout(SOON), (context, input, response) -> {
                response.send(Account.of("ada"));
                response.send(Account.of("bob"));
                awaitWhateverComes(release);
                response.send(Account.of("never"));
            });

            var answer = rawAnswer();

            assertThat(answer.body()).contains("\"ada\"", "\"bob\"");
            assertCut(answer, TOO_LONG);
            assertThat(ended.getCount()).isOne();
        }

        @Test
        void closes_the_connection_of_a_client_that_does_not_read() throws Exception {
            start(limits -> limits.withTimeout(SOON), (context, input, response) -> {
                while (true) {
                    response.send(Account.of("x".repeat(10_000)));
                }
            });
            try (var raw = RawClient.withSmallBuffer(server)) {
                raw.post(LIST);

                assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
                assertThatCode(() -> assertThat(raw.readAll()).doesNotContain("\r\n0\r\n\r\n"))
                        .satisfiesAnyOf(
                                e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(SocketException.class));
            }
        }

        @Test
        void that_is_not_reached_changes_nothing() throws Exception {
            start(
                    limits -> limits.withTimeout(Duration.ofMinutes(1)),
                    (context, input, response) -> response.send(Account.of("ada")));

            assertThat(rawAnswer().isWhole()).isTrue();
        }
    }

    @Nested
    class A_stop {
        private CompletableFuture<Void> begin() throws Exception {
            var stopped = CompletableFuture.runAsync(server::close);
            var health = HttpRequest.newBuilder(server.uri().resolve("/health")).build();
            while (send(health).statusCode() != 503) {
                Thread.onSpinWait();
            }
            return stopped;
        }

        @Test
        void lets_running_commands_end_and_takes_no_new_ones() throws Exception {
            start(limits -> limits, (context, input, response) -> {
                response.send(Account.of("ada"));
                running.countDown();
                release.await();
                response.send(Account.of("bob"));
            });
            var answer = client.sendAsync(list(), BodyHandlers.ofString());
            running.await();

            var stopped = begin();
            var refused = send(list());
            release.countDown();

            assertThat(answer.get().body().lines()).hasSize(2).last().asString().contains("\"bob\"");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("this server is stopping; send the command to another one\n");
            stopped.get(1, TimeUnit.MINUTES);
        }

        @Test
        void cancels_what_takes_too_long() throws Exception {
            start(limits -> limits.withShutdown(Duration.ZERO), (context, input, response) -> {
                response.send(Account.of("ada"));
                running.countDown();
                release.await();
            });
            try (var raw = RawClient.of(server)) {
                raw.post(LIST);
                running.await();

                server.close();

                assertCut(raw.readChunks(), "the server was stopped");
            }
        }

        @Test
        void does_not_wait_for_a_handler_that_takes_no_notice() throws Exception {
            start(limits -> limits.withShutdown(Duration.ZERO), (context, input, response) -> {
                response.send(Account.of("ada"));
                running.countDown();
                awaitWhateverComes(release);
            });
            try (var raw = RawClient.of(server)) {
                raw.post(LIST);
                running.await();

                server.close();

                assertCut(raw.readChunks(), "the server was stopped");
                assertThat(ended.getCount()).isOne();
            }
        }

        @Test
        void may_come_twice() {
            server.close();

            assertThatCode(server::close).doesNotThrowAnyException();
        }
    }

    @Nested
    class A_client_that_leaves {

        @Test
        void is_noticed_by_the_keepAlive_of_a_silent_handler() throws Exception {
            start(limits -> limits, Duration.ofMillis(10), (context, input, response) -> {
                response.send(Account.of("ada"));
                running.countDown();
                release.await();
            });
            try (var raw = RawClient.of(server)) {
                raw.post(LIST);
                running.await();
            }

            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(release.getCount()).isOne();
        }

        @Test
        void leaves_no_interrupt_to_the_commands_after_it() throws Exception {
            is_noticed_by_the_keepAlive_of_a_silent_handler();
            var wasInterrupted = new CompletableFuture<Boolean>();
            start(limits -> limits, (context, input, response) -> wasInterrupted.complete(Thread.interrupted()));

            assertThat(send(list()).statusCode()).isEqualTo(200);
            assertThat(wasInterrupted.get()).isFalse();
        }
    }
}
