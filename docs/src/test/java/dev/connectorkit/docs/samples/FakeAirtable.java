package dev.connectorkit.docs.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The part of Airtable's API that the sample calls, for one table of three people, a page of two at a time. */
final class FakeAirtable implements AutoCloseable {
    private static final int PAGE_SIZE = 2;

    private final TreeMap<String, JsonObject> fields = new TreeMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    FakeAirtable() throws IOException {
        add("rec1", "Ada");
        add("rec2", "Grace");
        add("rec3", "Mary");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void add(String id, String name) {
        fields.put(
                id,
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("email", id + "@example.com")
                        .add("groups", Json.createArrayBuilder(List.of("a")))
                        .build());
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void refuseNext(int calls) {
        refusals.set(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, 429, JsonObject.EMPTY_JSON_OBJECT);
            return;
        }
        var id = exchange.getRequestURI().getPath().replaceFirst("/appTest/Users/?", "");
        var record = id.isEmpty() ? page(exchange.getRequestURI().getQuery()) : record(id, exchange);
        send(exchange, record == null ? 404 : 200, record == null ? JsonObject.EMPTY_JSON_OBJECT : record);
    }

    private JsonObject page(String query) {
        var offset = query.replaceFirst(".*offset=", "");
        var rest = offset.equals(query) ? fields : fields.tailMap(offset);
        var page = Json.createObjectBuilder();
        var records = Json.createArrayBuilder();
        rest.keySet().stream().limit(PAGE_SIZE).forEach(id -> records.add(record(id)));
        rest.keySet().stream().skip(PAGE_SIZE).findFirst().ifPresent(next -> page.add("offset", next));
        return page.add("records", records).build();
    }

    private @Nullable JsonObject record(String id, HttpExchange exchange) {
        if (fields.containsKey(id) && exchange.getRequestMethod().equals("PATCH")) {
            var change =
                    Json.createReader(exchange.getRequestBody()).readObject().getJsonObject("fields");
            fields.computeIfPresent(
                    id,
                    (key, before) -> Json.createObjectBuilder(before)
                            .addAll(Json.createObjectBuilder(change))
                            .build());
        }
        return fields.containsKey(id) ? record(id) : null;
    }

    private JsonObject record(String id) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("fields", fields.getOrDefault(id, JsonObject.EMPTY_JSON_OBJECT))
                .build();
    }

    private static void send(HttpExchange exchange, int status, JsonObject json) throws IOException {
        var body = json.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
