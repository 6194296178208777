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
import java.nio.charset.StandardCharsets;

/** Serves a connector as the TypeScript development server does, with its known flaw. */
final class WireServer implements AutoCloseable {
    private final HttpServer server;
    private final Driver driver;

    WireServer(Driver driver) {
        this.driver = driver;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
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
            var status = ending.failure() != null && body.isEmpty() ? 500 : 200;
            if (ending.failure() != null) {
                // Once a line was sent, the status stays 200 and the error follows as plain text.
                body.append(ending.failure());
            }
            var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().add("Content-Type", "application/x-ndjson");
            http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
