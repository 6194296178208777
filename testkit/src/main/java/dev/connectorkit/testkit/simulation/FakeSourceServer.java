package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FakeSource} behind HTTP on the loopback interface, for connectors that speak it: every table is a resource, and
 * what goes wrong at the source goes wrong on the wire.
 *
 * <pre>{@code
 * try (var server = FakeSourceServer.start(source).acceptOnly("t0ken")) {
 *     var client = new DirectoryClient(server.uri(), "t0ken");
 * }
 * }</pre>
 *
 * <table>
 * <caption>Requests, for a table {@code users}</caption>
 * <tr><th>request</th><th>answer</th></tr>
 * <tr><td>{@code GET /ping}</td><td>{@code {}}</td></tr>
 * <tr><td>{@code GET /users}, {@code GET /users?cursor=C}</td><td>a page: {@code {"rows": […], "next": "C"}}, without
 *     {@code next} on the last</td></tr>
 * <tr><td>{@code GET /users?offset=20&limit=10}</td><td>{@code {"rows": […], "total": 42}}; never more rows than the
 *     source's pages have</td></tr>
 * <tr><td>{@code GET /users/token}</td><td>{@code {"token": "T"}}: what to ask for the changes from now on</td></tr>
 * <tr><td>{@code GET /users/changes?since=T}</td><td>{@code {"rows": […], "deleted": ["id"], "token": "T"}}; {@code T} is
 *     a token or an instant such as {@code 2026-01-01T00:00:00Z}</td></tr>
 * <tr><td>{@code GET /users/ID}</td><td>the row, or 404</td></tr>
 * <tr><td>{@code POST /users}</td><td>201 and the row, 409 if its id is taken, 400 if it has none</td></tr>
 * <tr><td>{@code PATCH /users/ID}</td><td>the changed row; null clears an attribute</td></tr>
 * <tr><td>{@code DELETE /users/ID}</td><td>204, or 404</td></tr>
 * </table>
 *
 * <p>Any other answer than success is {@code {"status": 404, "message": "…"}}. Rows leave out {@code password}. Of the
 * {@linkplain Fault faults}, {@code TOO_MANY_REQUESTS} is 429 with {@code Retry-After} in seconds, {@code UNAUTHORIZED}
 * is 401, {@code SERVER_ERROR} and {@code LOST_ANSWER} are 500, {@code TRUNCATED} is 200 with half of the promised body, {@code DOWN} closes the
 * connection, and {@code HANG} holds it without an answer. Latency passes on the virtual clock only, and no answer is
 * late in real time but one that hangs: give the client under test a timeout of some hundred milliseconds. HTTP clients
 * may repeat a GET by themselves when the connection is closed.
 *
 * <p>Safe for concurrent use.
 */
public final class FakeSourceServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final FakeSourceRoutes routes;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fake-source");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Duration patience = PATIENCE;
    private volatile @Nullable String token;

    private FakeSourceServer(FakeSource source, HttpServer server) {
        this.server = server;
        routes = new FakeSourceRoutes(source);
    }

    /**
     * Starts a server for a source on a free port.
     *
     * @throws UncheckedIOException if there is none
     */
    public static FakeSourceServer start(FakeSource source) {
        requireNonNull(source, "source");
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var server = new FakeSourceServer(source, http);
            http.createContext("/", server::handle);
            http.setExecutor(server.executor);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the fake source", e);
        }
    }

    /** Refuses with 401 what does not carry {@code Authorization: Bearer} and this token. Returns this. */
    public FakeSourceServer acceptOnly(String token) {
        this.token = requireNonNull(token, "token");
        return this;
    }

    /** Sets how long a call that hangs is held, in real time, before its connection is closed; 20 seconds otherwise. */
    public FakeSourceServer patience(Duration patience) {
        this.patience = requireNonNull(patience, "patience");
        return this;
    }

    /** Returns the address without a slash at its end, such as {@code http://127.0.0.1:49152}. */
    public URI uri() {
        var address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** Stops the server at once; calls that hang are cut off. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var header = exchange.getRequestHeaders().getFirst("Authorization");
            if (token == null || ("Bearer " + token).equals(header)) {
                answer(exchange);
            } else {
                refuse(exchange, 401, "this token is not accepted");
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            var answer = routes.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
            send(exchange, answer.status(), answer.body());
        } catch (SourceException e) {
            fail(exchange, e);
        }
    }

    private void fail(HttpExchange exchange, SourceException failure) throws IOException {
        var fault = failure.fault();
        if (fault == Fault.What.TRUNCATED) {
            truncate(exchange, routes.body(failure.lost()));
        } else if (fault == Fault.What.HANG) {
            hold();
        } else if (fault != Fault.What.DOWN) {
            var retryAfter = failure.retryAfter();
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(retryAfter.toSeconds()));
            }
            refuse(exchange, failure.status(), String.valueOf(failure.getMessage()));
        }
    }

    private void hold() {
        try {
            // The result does not matter: either way the connection is closed without an answer.
            var unused = closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        send(
                exchange,
                status,
                Json.object().add("status", status).add("message", message).build());
    }

    private static void send(HttpExchange exchange, int status, @Nullable JsonValue body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, NO_BODY);
            return;
        }
        var bytes = bytes(exchange, body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void truncate(HttpExchange exchange, JsonValue body) throws IOException {
        var bytes = bytes(exchange, body);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(Arrays.copyOf(bytes, bytes.length / 2));
        exchange.getResponseBody().flush();
    }

    private static byte[] bytes(HttpExchange exchange, JsonValue body) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        return Json.toText(body).getBytes(StandardCharsets.UTF_8);
    }
}
