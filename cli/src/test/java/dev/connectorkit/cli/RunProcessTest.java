package dev.connectorkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.streaming.StreamProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What signals and clients without end do to a running server. */
class RunProcessTest {
    private static final int SIGTERM = 128 + 15;
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private static ServerProcess run(List<String> jvm, String... options) throws IOException {
        var arguments = new ArrayList<>(jvm);
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                StreamProvider.class.getName(),
                "--port",
                "0"));
        arguments.addAll(List.of(options));
        return ServerProcess.start(Map.of(), arguments);
    }

    private static String list(int accounts) {
        return "{\"type\":\"std:account:list\",\"config\":{\"accounts\":\"" + accounts + "\"}}";
    }

    private static String rest(InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    /** Takes the lengths out between the chunks; no line has a carriage return of its own. */
    private static String withoutChunks(String answer) {
        return answer.replaceAll("\r\n[0-9a-f]+\r\n", "");
    }

    @Test
    void a_stream_in_the_middle_ends_whole_when_the_process_is_terminated() throws Exception {
        // More than the system buffers, so that the handler still runs when the signal comes.
        var accounts = 1_500;
        try (var server = run(List.of());
                var socket = server.post(list(accounts))) {
            var in = socket.getInputStream();
            var start = new String(in.readNBytes(1000), UTF_8);
            server.terminate();

            var answer = start + rest(in);

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith(LAST_CHUNK);
            assertThat(withoutChunks(answer.substring(answer.indexOf("\r\n\r\n") + 2))
                            .lines()
                            .filter(line -> line.startsWith("{\"type\":\"output\"")))
                    .hasSize(accounts)
                    .allMatch(line -> line.endsWith("}}"));
            assertThat(server.exitCode()).isEqualTo(SIGTERM);
        }
    }

    @Test
    void a_stream_that_would_take_too_long_ends_with_the_line_that_says_so() throws Exception {
        try (var server = run(List.of(), "--grace", "0");
                var socket = server.post(list(Integer.MAX_VALUE))) {
            var in = socket.getInputStream();
            in.readNBytes(1000);
            server.terminate();

            var answer = rest(in);

            assertThat(withoutChunks(answer))
                    .endsWith("{\"type\":\"error\",\"data\":{\"type\":\"generic\","
                            + "\"message\":\"the server was stopped\"}}\n\r\n");
            assertThat(answer).doesNotContain(LAST_CHUNK);
            assertThat(server.exitCode()).isEqualTo(SIGTERM);
        }
    }

    @Test
    void requests_that_never_end_are_dropped() throws Exception {
        var jvm = List.of("-Dsun.net.httpserver.maxReqTime=1", "-Dsun.net.httpserver.timerMillis=100");
        try (var server = run(jvm);
                var body = server.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{\"type\":");
                var refused = server.send("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
                var head = server.send("POST / HTTP/1.1\r\nHost: loc")) {

            assertThat(rest(body.getInputStream())).isEmpty();
            assertThat(rest(refused.getInputStream())).isEmpty();
            assertThat(rest(head.getInputStream())).isEmpty();
            try (var health = server.send("GET /health HTTP/1.0\r\n\r\n")) {
                assertThat(rest(health.getInputStream())).endsWith("\"running\":0}\n");
            }
        }
    }

    @Test
    void browsers_get_the_console_unless_it_is_turned_off() throws Exception {
        try (var server = run(List.of());
                var page = server.send("GET / HTTP/1.0\r\n\r\n")) {
            assertThat(rest(page.getInputStream())).contains(" 200 OK", "connectorkit console");
        }
        try (var server = run(List.of(), "--no-console");
                var page = server.send("GET / HTTP/1.0\r\n\r\n")) {
            assertThat(rest(page.getInputStream())).contains(" 405 ").doesNotContain("console");
        }
    }

    @Test
    void secrets_are_in_none_of_the_logs() throws Exception {
        try (var server = run(List.of());
                var socket = server.post("{\"type\":\"std:test-connection\",\"config\":{\"token\":\"hunter2\"}}")) {
            assertThat(rest(socket.getInputStream())).endsWith("generic error: no entry with ***\n");
            server.terminate();

            assertThat(server.errors())
                    .contains("std:test-connection failed: generic error: no entry with ***")
                    .doesNotContain("hunter2");
        }
    }
}
