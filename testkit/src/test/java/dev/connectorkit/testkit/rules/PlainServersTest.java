package dev.connectorkit.testkit.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.HttpDriver;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Servers of the protocol as someone writes them with a standard library alone. */
class PlainServersTest {
    private static final String EMPTY = "{\"type\":\"output\",\"data\":{}}";

    private static Ending send(HttpDriver driver, List<Line> lines) {
        return driver.stream(CommandRequest.of(CommandTypes.TEST, JsonValue.EMPTY_JSON_OBJECT), lines::add);
    }

    @Test
    void a_connection_that_the_server_closed_after_an_answer_is_no_fault() throws IOException {
        var lines = new ArrayList<Line>();
        try (var server = new OneAnswerAConnection(EMPTY);
                var driver = HttpDriver.to(server.uri())) {
            assertThat(send(driver, lines).failure()).isNull();
            assertThat(send(driver, lines).failure()).isNull();
        }

        assertThat(lines).extracting(Line::type).containsExactly("output", "output");
    }

    @Test
    void a_server_that_closes_every_connection_without_an_answer_is_told_so() throws IOException {
        try (var server = new OneAnswerAConnection(EMPTY);
                var driver = HttpDriver.to(server.uri())) {
            send(driver, new ArrayList<>());
            server.stopAnswering();

            assertThat(send(driver, new ArrayList<>()).failure()).isNotNull().satisfies(failure -> {
                assertThat(failure.type()).isEqualTo(Failure.PROTOCOL);
                assertThat(failure.message()).startsWith("the answer broke off");
            });
        }
    }

    @Test
    void what_is_wrong_in_the_middle_of_a_long_line_is_shown() throws IOException {
        var name = "n".repeat(200);

        assertThat(failureAt("{\"type\": \"output\", \"data\": {\"name\": \"" + name + "é\", \"age\": NaN, \"x\": 1}}"))
                .contains("goes wrong around")
                .contains("\"age\": NaN");
        assertThat(failureAt("{\"type\": \"output\", \"data\": {\"name\": \"" + name + "\", \"vip\": True, \"x\": 1}}"))
                .contains("\"vip\": True");
        assertThat(failureAt("{'type': 'output', 'data': {}}")).contains("goes wrong around {'type");
        assertThat(failureAt("{\"type\": \"output\", \"data\": {\"name\": \"" + name + "\"}},"))
                .contains("\"}},");
        assertThat(failureAt("{\"type\": \"output\", \"data\": {")).contains("ends too early");
    }

    private static String failureAt(String line) throws IOException {
        try (var server = new OneAnswerAConnection(line);
                var driver = HttpDriver.to(server.uri())) {
            var failure = send(driver, new ArrayList<>()).failure();
            return failure == null ? "" : failure.message();
        }
    }

    /** Answers the first request of a connection, and closes it at the next, though it did not say that it would. */
    private static final class OneAnswerAConnection implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
        private final String line;

        OneAnswerAConnection(String line) throws IOException {
            this.line = line;
            inBackground(this::accept);
        }

        private static void inBackground(Runnable work) {
            var thread = new Thread(work, "plain-server");
            thread.setDaemon(true);
            thread.start();
        }

        URI uri() {
            return URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }

        void stopAnswering() {
            answersLeft.set(0);
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    var connection = socket.accept();
                    inBackground(() -> serve(connection));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                answer(connection);
            } catch (IOException e) {
                // Closed by the client, which is its right.
            }
        }

        private void answer(Socket connection) throws IOException {
            if (!request(connection.getInputStream()) || answersLeft.getAndDecrement() <= 0) {
                return;
            }
            var body = (line + "\n").getBytes(UTF_8);
            var head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(UTF_8));
            connection.getOutputStream().write(body);
            connection.getOutputStream().flush();
            // The next one is read whole, so that closing is an end and no reset.
            request(connection.getInputStream());
        }

        private static boolean request(InputStream in) throws IOException {
            var length = 0;
            for (var header = header(in); !header.isEmpty(); header = header(in)) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            return length > 0 && in.readNBytes(length).length == length;
        }

        private static String header(InputStream in) throws IOException {
            var line = new StringBuilder();
            for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
