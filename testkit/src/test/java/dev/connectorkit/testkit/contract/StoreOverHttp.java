package dev.connectorkit.testkit.contract;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it takes to hold a store elsewhere to the suite: every method is one request. */
final class StoreOverHttp implements StoreUnderTest {
    private final Peer service;
    private final int store;

    StoreOverHttp(Peer service, URI platform, Invocation invocation) {
        this.service = service;
        this.store = service.ask(Json.object()
                        .add("config", PlainJson.toJson(invocation.config()))
                        .add("platform", platform.toString())
                        .build())
                .getInt("store");
    }

    private JsonObject ask(String action, String key) {
        return service.ask(request(action, key).build());
    }

    private JsonObjectBuilder request(String action, String key) {
        return Json.object().add("store", store).add("do", action).add("key", key);
    }

    @Override
    public @Nullable Object get(String key) {
        var value = ask("get", key).get("value");
        return value == null ? ABSENT : PlainJson.of(value);
    }

    @Override
    public void set(String key, @Nullable Object value) {
        service.ask(request("set", key).add("value", PlainJson.toJson(value)).build());
    }

    @Override
    public void delete(String key) {
        ask("delete", key);
    }

    @Override
    public void flush() {
        ask("flush", "");
    }

    @Override
    public boolean hasPendingChanges() {
        return ask("pending", "").getBoolean("pending");
    }

    @Override
    public void reload() {
        ask("reload", "");
    }

    @Override
    public void changeInPlace(String key, @Nullable Object changed) {
        service.ask(
                request("change", key).add("value", PlainJson.toJson(changed)).build());
    }

    /** Whoever answers JSON with JSON. */
    record Peer(URI address) {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        JsonObject ask(JsonObject question) {
            try {
                var answer = CLIENT.send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString(Json.toText(question)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                var body = Json.parse(answer.body()).asJsonObject();
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(body.getString("error"));
                }
                return body;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The way back: where a store elsewhere sends its patches and asks for the configuration. */
    static final class PlatformDoor implements AutoCloseable {
        private final HttpServer server;
        private final List<Invocation> invocations = new ArrayList<>();

        PlatformDoor() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
                StoreService.answer(exchange, request -> answer(invocations.get(number), request));
            });
            server.start();
        }

        /** Returns the address of the platform of one invocation. */
        URI open(Invocation invocation) {
            invocations.add(invocation);
            return StoreService.addressOf(server).resolve("/" + (invocations.size() - 1));
        }

        @SuppressWarnings("unchecked") // The plain form of a patch is a list of objects.
        private static JsonObject answer(Invocation invocation, JsonObject request) {
            var patch = request.get("patch");
            if (patch == null) {
                return Json.object()
                        .add("config", PlainJson.toJson(invocation.reloadConfig()))
                        .build();
            }
            invocation.patchConfig((List<Map<String, @Nullable Object>>) requireNonNull(PlainJson.of(patch)));
            return JsonValue.EMPTY_JSON_OBJECT;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
