package dev.connectorkit.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes the page's requests: files as they are, endpoints as JSON, failures as {@code {"error": …}}. */
final class Pages implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private static final String PREFIX = "/console/";
    private static final String API = PREFIX + "api/";
    private static final String RUN = API + "run";
    private static final int MAX_BODY_BYTES = 8 << 20;
    private static final Pattern FILE_NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    /** Everything comes from this server, and nothing but its own scripts runs. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final RunEndpoint commands;
    private final List<Endpoint> endpoints;

    Pages(RunEndpoint commands, List<Endpoint> endpoints) {
        this.commands = commands;
        this.endpoints = List.copyOf(endpoints);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        try {
            route(exchange);
        } catch (RefusedException e) {
            drain(exchange);
            fail(exchange, e.status(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // The message may hold a value of the configuration; what kind of failure it is cannot.
            LOG.error(
                    "{} {} failed: {} at {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            fail(exchange, 500, "the console failed with " + e.getClass().getName() + "; the log says where");
        }
    }

    private void route(HttpExchange exchange) throws IOException, RefusedException {
        var path = String.valueOf(exchange.getRequestURI().getPath());
        if (path.equals(RUN)) {
            run(exchange);
        } else if (path.startsWith(API)) {
            ask(exchange, path.substring(API.length()));
        } else if (path.equals("/")) {
            file(exchange, "index.html");
        } else if (path.startsWith(PREFIX)
                && FILE_NAME.matcher(path.substring(PREFIX.length())).matches()) {
            file(exchange, path.substring(PREFIX.length()));
        } else {
            throw nothing(path);
        }
    }

    private void run(HttpExchange exchange) throws IOException, RefusedException {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw wrongMethod(exchange, "POST");
        }
        commands.answer(exchange, Body.object(body(exchange)));
    }

    private static RefusedException nothing(String path) {
        return new RefusedException(404, "there is no `" + path + "`; GET / is the console, POST / takes commands");
    }

    private void ask(HttpExchange exchange, String name) throws IOException, RefusedException {
        var named = endpoints.stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw nothing(API + name);
        }
        for (var endpoint : named) {
            if (endpoint.method().equals(exchange.getRequestMethod())) {
                var body = endpoint.hasBody() ? body(exchange) : JsonValue.NULL;
                var json = endpoint.answer().to(body);
                answer(exchange, 200, "application/json", Json.toBytes(out -> out.write(json)));
                return;
            }
        }
        throw wrongMethod(exchange, named.stream().map(Endpoint::method).collect(Collectors.joining(", ")));
    }

    private static RefusedException wrongMethod(HttpExchange exchange, String allowed) {
        exchange.getResponseHeaders().set("Allow", allowed);
        return new RefusedException(405, "use " + allowed + " here");
    }

    private static JsonValue body(HttpExchange exchange) throws IOException, RefusedException {
        var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new RefusedException(415, "the Content-Type must be application/json");
        }
        var bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
            throw new RefusedException(413, "the request has more than %d bytes".formatted(MAX_BODY_BYTES));
        }
        try {
            return Json.parse(bytes);
        } catch (JsonSyntaxException e) {
            throw RefusedException.badRequest("the body is no JSON: " + e.getMessage());
        }
    }

    private static void file(HttpExchange exchange, String name) throws IOException, RefusedException {
        var method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw wrongMethod(exchange, "GET, HEAD");
        }
        try (var in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw nothing(PREFIX + name);
            }
            var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            answer(exchange, 200, type, in.readAllBytes());
        }
    }

    /** Reads what a refused client still sends: it could not see the answer of a connection that closes before. */
    private static void drain(HttpExchange exchange) throws IOException {
        var bytes = new byte[8192];
        var body = exchange.getRequestBody();
        for (int left = MAX_BODY_BYTES; left > 0 && body.readNBytes(bytes, 0, bytes.length) == bytes.length; ) {
            left -= bytes.length;
        }
    }

    private static void fail(HttpExchange exchange, int status, String error) throws IOException {
        var json = Json.toText(Json.object().add("error", error).build());
        answer(exchange, status, "application/json", json.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
