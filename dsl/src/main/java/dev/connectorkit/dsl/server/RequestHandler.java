package dev.connectorkit.dsl.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.Scheduler;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes requests, and refuses those that are none. */
final class RequestHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorServer.class);
    private static final String HEALTH = "/health";
    private static final int NOT_ANSWERED = -1;

    /** The type of answers in words. */
    static final String TEXT = "text/plain; charset=utf-8";

    private final ConnectorRunner runner;
    private final ConnectorServer.Settings settings;
    private final @Nullable HttpHandler pages;
    private final Invocations invocations;

    RequestHandler(
            ConnectorRunner runner,
            ConnectorServer.Settings settings,
            @Nullable HttpHandler pages,
            Invocations invocations) {
        this.runner = runner;
        this.settings = settings;
        this.pages = pages;
        this.invocations = invocations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        try {
            RequestCheck.comesFromNoWebPage(exchange.getRequestHeaders(), settings.allowedHosts());
            route(exchange);
        } catch (Refusal e) {
            RequestCheck.drain(exchange);
            answer(exchange, e.status(), TEXT, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // The JDK's server leaves a connection open, and its client waiting, when a handler ends in an Error.
            LOG.error("a request failed in the server", e);
            if (exchange.getResponseCode() != NOT_ANSWERED) {
                throw new IOException("the request failed in the server", e);
            }
            answer(
                    exchange,
                    500,
                    TEXT,
                    "generic error: the server failed with " + e.getClass().getName());
        }
    }

    private void route(HttpExchange exchange) throws IOException, Refusal {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (HEALTH.equals(path)) {
            allow(exchange, method, "GET");
            health(exchange);
        } else if (pages != null && !isCommand(method, path)) {
            pages.handle(exchange);
        } else if (path != null && RequestCheck.takesCommands(path)) {
            allow(exchange, method, "POST");
            RequestCheck.isJson(exchange.getRequestHeaders());
            command(exchange);
        } else {
            throw new Refusal(404, "there is nothing here: POST / takes commands, GET /health says how this server is");
        }
    }

    private static boolean isCommand(String method, @Nullable String path) {
        return method.equals("POST") && path != null && RequestCheck.takesCommands(path);
    }

    private static void allow(HttpExchange exchange, String method, String allowed) throws Refusal {
        if (!method.equals(allowed)) {
            exchange.getResponseHeaders().set("Allow", allowed);
            throw new Refusal(405, "use " + allowed + " here");
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        var stopping = invocations.stopping();
        var health = Json.object()
                .add("status", stopping ? "stopping" : "up")
                .add("connector", runner.connector().name())
                .add("running", invocations.count())
                .build();
        answer(exchange, stopping ? 503 : 200, "application/json", Json.toText(health));
    }

    private void command(HttpExchange exchange) throws IOException, Refusal {
        var request = request(RequestCheck.body(exchange, settings.limits().requestBytes()));
        var invocation = invocations.begin();
        try {
            var answer =
                    new CommandExchange(exchange, runner, request, invocation, () -> invocations.makeRoom(invocation));
            var timeout = settings.limits().timeout();
            if (timeout == null) {
                answer.run();
                return;
            }
            var expiry = Scheduler.system().schedule(timeout, () -> invocations.cancel(invocation, tooLong(timeout)));
            try {
                answer.run();
            } finally {
                expiry.cancel();
            }
        } finally {
            invocations.end(invocation);
        }
    }

    private static String tooLong(Duration timeout) {
        var seconds =
                BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
        return "the command took longer than %s seconds, which is this server's limit".formatted(seconds);
    }

    private CommandRequest request(byte[] body) throws Refusal {
        CommandRequest request;
        try {
            request = CommandRequest.parse(body);
        } catch (ConnectorException e) {
            throw new Refusal(400, String.valueOf(e.getMessage()));
        }
        if (request.config().isEmpty()) {
            request = request.withConfig(settings.config());
        }
        return request.withMetadata(request.metadata().identified());
    }

    static void answer(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        var bytes = text.endsWith("\n") ? text.getBytes(UTF_8) : (text + "\n").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            // Closing reads the rest of a request first, and forgets the answer if that fails.
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }
}
