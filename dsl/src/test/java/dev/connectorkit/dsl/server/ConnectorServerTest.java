package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorServerTest {
    private static final int MANY = 5_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch firstLineSeen = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RunningServer server = start();

    private RunningServer start() {
        var connector = Connector.named("sample")
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .on(TEST_CONNECTION, (context, input, response) -> firstLineSeen.await())
                .on(ACCOUNT_READ, (context, input, response) -> {
                    throw ConnectorException.notFound("account", "ada");
                })
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    try {
                        listAccounts(context.config().getString("then", "end"), response);
                    } finally {
                        ended.countDown();
                    }
                })
                .build();
        try {
            return ConnectorServer.of(connector)
                    .withPort(0)
                    .withLimits(ServerLimits.standard().withRequestBytes(1000))
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        firstLineSeen.countDown();
        server.close();
    }

    private void listAccounts(String then, Response<Account> response) throws Exception {
        for (int i = 0; i < MANY || then.equals("forever"); i++) {
            response.send(Account.of("a" + i));
        }
        if (then.equals("fail")) {
            throw new IOException("the source hung up");
        }
        if (then.equals("wait")) {
            firstLineSeen.await();
        }
    }

    private HttpRequest.Builder post(String body) {
        return HttpRequest.newBuilder(server.uri())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String list(String then) {
        return "{\"type\":\"std:account:list\",\"config\":{\"then\":\"%s\"}}".formatted(then);
    }

    @Test
    void every_line_of_a_long_answer_arrives_in_order() throws Exception {
        var answer = send(post(list("end")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.body().lines())
                .hasSize(MANY)
                .first()
                .asString()
                .startsWith("{\"type\":\"output\",\"data\":{\"identity\":\"a0\"");
        assertThat(answer.body()).endsWith("}\n").contains("\"identity\":\"a" + (MANY - 1) + "\"");
    }

    @Test
    void lines_arrive_while_the_handler_still_works() throws Exception {
        var answer = client.send(post(list("wait")).build(), BodyHandlers.ofInputStream());
        try (var lines = answer.body()) {
            var first = new String(lines.readNBytes(20), StandardCharsets.UTF_8);
            firstLineSeen.countDown();

            assertThat(first).isEqualTo("{\"type\":\"output\",\"da");
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(MANY);
        }
    }

    @Test
    void a_named_path_takes_commands_too() throws Exception {
        var answer = send(post(list("end")).uri(server.uri().resolve("/directory/invoke")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_failure_before_the_first_line_is_an_error_of_its_type() throws Exception {
        var answer = send(post("{\"type\":\"std:account:read\",\"input\":{\"identity\":\"ada\"}}"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("notFound error: no account with the id `ada`\n");
    }

    @Test
    void a_failure_after_the_first_line_is_no_success_to_any_client() {
        assertThatThrownBy(() -> send(post(list("fail")))).isInstanceOf(IOException.class);
    }

    @Test
    void a_failure_after_the_first_line_stands_in_the_last_line_and_the_chunks_have_no_end() throws Exception {
        try (var raw = RawClient.of(server)) {
            var answer = raw.post(list("fail")).readChunks();

            assertThat(answer.head()).startsWith("HTTP/1.1 200");
            assertThat(answer.body())
                    .endsWith("\n{\"type\":\"error\",\"data\":{\"type\":\"generic\","
                            + "\"message\":\"the source hung up\"}}\n");
            assertThat(answer.isWhole()).isFalse();
        }
    }

    @Test
    void a_client_that_goes_away_cancels_the_handler() throws Exception {
        var answer = client.send(post(list("forever")).build(), BodyHandlers.ofInputStream());
        answer.body().close();

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{', 400, 'the request is not JSON: line 1, column'",
        "'{}', 400, 'the request has no `type`'",
        "'{\"type\":\"std:nothing\"}', 500, 'generic error: no handler for `std:nothing`'"
    })
    void a_request_that_makes_no_sense_is_told_so_and_the_server_lives_on(String body, int status, String text)
            throws Exception {
        var answer = send(post(body));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith(text);
        assertThat(send(HttpRequest.newBuilder(server.uri().resolve("/health"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuses_what_is_too_large_of_the_wrong_type_elsewhere_or_from_elsewhere() throws Exception {
        var url = server.uri();

        assertThat(send(post("x".repeat(1001))).statusCode()).isEqualTo(413);
        assertThat(send(post("{}").setHeader("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
        assertThat(send(HttpRequest.newBuilder(url).GET()).statusCode()).isEqualTo(405);
        assertThat(send(post("{}").uri(URI.create(url + "nowhere"))).statusCode())
                .isEqualTo(404);
        assertThat(send(post("{}").header("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void many_answers_at_once_keep_their_lines() {
        var requests = IntStream.range(0, 20)
                .mapToObj(i -> client.sendAsync(post(list("end")).build(), BodyHandlers.ofString()))
                .collect(Collectors.toList());

        assertThat(requests)
                .allSatisfy(answer -> assertThat(answer.join().body().lines())
                        .hasSize(MANY)
                        .allMatch(line -> line.startsWith("{\"type\":\"output\"") && line.endsWith("}}")));
    }

    @Test
    void pages_answer_what_is_no_command_and_comes_from_no_web_page() throws Exception {
        var connector = Connector.named("sample")
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .build();
        try (var withPages = ConnectorServer.of(connector)
                .withPort(0)
                .withPages(exchange -> RequestHandler.answer(
                        exchange, 200, "text/plain", exchange.getRequestMethod() + " " + exchange.getRequestURI()))
                .start()) {
            var uri = withPages.uri();
            assertThat(send(HttpRequest.newBuilder(uri)).body()).isEqualTo("GET /\n");
            assertThat(send(HttpRequest.newBuilder(uri.resolve("/a/b?c")).DELETE())
                            .body())
                    .isEqualTo("DELETE /a/b?c\n");
            assertThat(send(HttpRequest.newBuilder(uri.resolve("/health"))).body())
                    .contains("\"status\":\"up\"");
            var command = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"type\":\"std:test-connection\"}"));
            assertThat(send(command).body()).startsWith("{\"type\":\"output\"");
            assertThat(send(HttpRequest.newBuilder(uri).header("Origin", "https://elsewhere.example"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
