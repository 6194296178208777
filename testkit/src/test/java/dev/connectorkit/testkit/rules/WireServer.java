package dev.connectorkit.testkit.rules;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves a connector as the TypeScript development server does, with its known flaw. */
final class WireServer implements AutoCloseable {
    private final HttpServer server;
    private final Driver driver;
    private final Frame frame;

    /** What goes over the wire. */
    record Answer(int status, String type, String text, Charset charset) {
        Answer withStatus(int other) {
            return new Answer(other, type, text, charset);
        }

        Answer withType(String other) {
            return new Answer(status, other, text, charset);
        }

        Answer withText(String other) {
            return new Answer(status, type, other, charset);
        }

        Answer in(Charset other) {
            return new Answer(status, type, text, other);
        }

        boolean succeeds() {
            return status == OK;
        }
    }

    /** Makes of a proper answer what a faulty server sends instead. */
    @FunctionalInterface
    interface Frame {
        Answer around(CommandRequest request, Answer proper);
    }

    private static final int OK = 200;

    WireServer(Driver driver) {
        this(driver, (request, proper) -> proper);
    }

    WireServer(Driver driver, Frame frame) {
        this.driver = driver;
        this.frame = frame;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        // Of its own, so that an answer that hangs keeps no other from being given.
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "wire-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var request = CommandRequest.parse(http.getRequestBody().readAllBytes());
            var body = new StringBuilder();
            var ending = driver.stream(
                    request,
                    line -> body.append(
                            "{\"type\":\"%s\",\"data\":%s}%n".formatted(line.type(), Json.toText(line.data()))));
            var status = ending.failure() != null && body.isEmpty() ? 500 : OK;
            if (ending.failure() != null) {
                // Once a line was sent, the status stays 200 and the error follows as plain text.
                body.append(ending.failure().type())
                        .append(" error: ")
                        .append(ending.failure().message());
            }
            var answer = frame.around(
                    request, new Answer(status, "application/x-ndjson", body.toString(), StandardCharsets.UTF_8));
            var bytes = answer.text().getBytes(answer.charset());
            http.getResponseHeaders().add("Content-Type", answer.type());
            http.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
