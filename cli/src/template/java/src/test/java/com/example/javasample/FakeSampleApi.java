package com.example.javasample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Stands for the API: tests run against it, and {@code main} serves it for trying the connector by hand. */
final class FakeSampleApi implements AutoCloseable {
    private static final List<JsonObject> PEOPLE = List.of(
            person("ada", "Ada Lovelace", "Research"),
            person("grace", "Grace Hopper", "Navy"),
            person("mary", "Mary Somerville", "Research"));
    private static final int PAGE_SIZE = 2;

    private final HttpServer server;

    FakeSampleApi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/people", FakeSampleApi::answer);
        server.start();
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("sample-name: the API is at " + new FakeSampleApi(8080).baseUrl());
    }

    private static JsonObject person(String id, String name, String department) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("email", id + "@example.com")
                .add("department", department)
                .build();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        if (uri.getPath().equals("/people")) {
            send(exchange, 200, page(uri.getQuery()));
            return;
        }
        var id = uri.getPath().substring("/people/".length());
        var person =
                PEOPLE.stream().filter(each -> each.getString("id").equals(id)).findFirst();
        send(exchange, person.isPresent() ? 200 : 404, person.orElse(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static JsonObject page(String query) {
        var start = query == null ? 0 : Integer.parseInt(query.substring("cursor=".length()));
        var end = Math.min(start + PAGE_SIZE, PEOPLE.size());
        var page = Json.createObjectBuilder().add("people", Json.createArrayBuilder(PEOPLE.subList(start, end)));
        if (end < PEOPLE.size()) {
            page.add("next", String.valueOf(end));
        }
        return page.build();
    }

    private static void send(HttpExchange exchange, int status, JsonObject json) throws IOException {
        var body = json.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Returns the configuration of a source that has this API. */
    JsonObject config() {
        return Json.createObjectBuilder()
                .add("baseUrl", baseUrl())
                .add("token", "secret")
                .build();
    }

    String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
