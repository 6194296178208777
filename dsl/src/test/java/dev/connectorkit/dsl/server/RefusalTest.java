package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that run no command: each is told why, by a server that lives on. */
class RefusalTest {
    private static final String TEST = "{\"type\":\"std:test-connection\"}";
    private static final int LIMIT = 100_000;

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final RunningServer server = start();

    private RunningServer start() {
        var connector = Connector.named("sample")
                .on(TEST_CONNECTION, (context, input, response) -> {
                    if (context.config().containsKey("wait")) {
                        running.countDown();
                        release.await();
                    }
                })
                .build();
        try {
            return ConnectorServer.of(connector)
                    .withPort(0)
                    .withAllowedHosts(Set.of("connector.internal"))
                    .withLimits(ServerLimits.standard().withRequestBytes(LIMIT).withInvocations(1))
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
    }

    private String answer(String headers, String body) throws IOException {
        try (var raw = RawClient.of(server)) {
            return raw.send("POST / HTTP/1.1\r\n" + headers + "Connection: close\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body)
                    .readAll();
        }
    }

    private void isFine() throws IOException {
        try (var raw = RawClient.of(server)) {
            assertThat(raw.post(TEST).readAll()).startsWith("HTTP/1.1 200 ").endsWith("0\r\n\r\n");
        }
    }

    @Test
    void one_command_more_than_may_run_at_once_is_to_come_again() throws Exception {
        try (var first = RawClient.of(server);
                var second = RawClient.of(server)) {
            first.post("{\"type\":\"std:test-connection\",\"config\":{\"wait\":true}}");
            running.await();

            assertThat(second.post(TEST).readAll())
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("\r\nRetry-After: 1\r\n")
                    .endsWith("1 commands run already, which is this server's limit\n");

            release.countDown();
            assertThat(first.readAll()).startsWith("HTTP/1.1 200 ");
        }
        isFine();
    }

    @Test
    void but_not_one_that_comes_as_soon_as_the_answer_before_it_has_ended() throws Exception {
        for (int i = 0; i < 500; i++) {
            isFine();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:3000", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void a_host_that_a_web_page_may_have_pointed_here(String host) throws IOException {
        assertThat(answer("Host: " + host + "\r\nContent-Type: application/json\r\n", TEST))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("this server does not answer to the host name of this request; allow it explicitly\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:3000", "127.0.0.1", "10.0.0.7:8080", "[::1]:3000", "connector.internal"})
    void but_not_one_that_none_can_point_elsewhere_or_that_was_allowed(String host) throws IOException {
        assertThat(answer("Host: " + host + "\r\nContent-Type: application/json\r\n", TEST))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://localhost.evil.example",
                "http://localhost:1",
                "not a URI",
                "http://"
            })
    void an_origin_other_than_this_server(String origin) throws IOException {
        assertThat(answer("Host: localhost\r\nOrigin: " + origin + "\r\nContent-Type: application/json\r\n", TEST))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("this server takes no commands from web pages of another origin\n");
    }

    @Test
    void but_not_a_page_of_its_own() throws IOException {
        assertThat(answer(
                        "Host: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Type: application/json\r\n",
                        TEST))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "'', the request has no Content-Type; it must be application/json",
        "'Content-Type: text/plain\r\n', the Content-Type must be application/json",
        "'Content-Type: application/x-www-form-urlencoded\r\n', the Content-Type must be application/json",
        "'Content-Type: multipart/form-data; boundary=application/json\r\n', the Content-Type must be application/json",
        "'Content-Type: text/plain; application/json\r\n', the Content-Type must be application/json",
        "'Content-Type: application/jsonp\r\n', the Content-Type must be application/json"
    })
    void a_content_type_that_a_web_form_could_send(String header, String text) throws IOException {
        assertThat(answer("Host: localhost\r\n" + header, TEST))
                .startsWith("HTTP/1.1 415 ")
                .endsWith(text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;x=y"})
    void but_not_json_with_parameters(String type) throws IOException {
        assertThat(answer("Host: localhost\r\nContent-Type: " + type + "\r\n", TEST))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_body_over_the_limit_even_if_the_client_sends_it_all_first() throws Exception {
        var body = "x".repeat(50 * LIMIT);

        assertThat(answer("Host: localhost\r\nContent-Type: application/json\r\n", body))
                .startsWith("HTTP/1.1 413 ")
                .endsWith("the request has more than 100,000 bytes\n");
        isFine();
    }

    @Test
    void a_body_over_the_limit_whose_length_nobody_knew() throws Exception {
        var request = HttpRequest.newBuilder(server.uri())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(LIMIT + 1))))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        isFine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"type\":\"std:test-connection\",\"input\":[", "[{\"a\":["})
    void json_nested_too_deep_for_any_stack(String level) throws IOException {
        assertThat(answer(
                        "Host: localhost\r\nContent-Type: application/json\r\n", level.repeat(LIMIT / level.length())))
                .startsWith("HTTP/1.1 400 ")
                .contains("the request is not JSON: line 1, column ", "nesting depth");
        isFine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "99999999999999999999", "9223372036854775807", "1e3"})
    void a_length_that_is_none(String length) throws IOException {
        try (var raw = RawClient.of(server)) {
            var answer = raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + length + "\r\n\r\n{}")
                    .sendNoMore()
                    .readAll();

            assertThat(answer).matches("(?s)HTTP/1.1 4(00|13) .*");
        }
        isFine();
    }

    @Test
    void a_body_that_breaks_off() throws IOException {
        try (var raw = RawClient.of(server)) {
            assertThat(raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n" + TEST)
                            .sendNoMore()
                            .readAll())
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("the request ended before its body did\n");
        }
        isFine();
    }

    @Test
    void a_type_that_would_break_up_a_log_line() throws IOException {
        assertThat(answer("Host: localhost\r\nContent-Type: application/json\r\n", "{\"type\":\"std:x\\nERROR\"}"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("`type` must name the command, in at most 256 characters and on one line\n");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /, 405", "GET, /x/y/invoke, 404", "POST, /health, 405", "DELETE, /a/invoke, 405", "POST, //, 400"
    })
    void what_is_not_here(String method, String path, int status) throws IOException {
        try (var raw = RawClient.of(server)) {
            assertThat(raw.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .readAll())
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }
}
