package dev.connectorkit.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store that lives in another process as far as its users can tell: it is reached over HTTP and reaches the platform in
 * the same way. Each request and each answer is one JSON object; a failure is status 409 with an {@code error}.
 */
final class StoreService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Integer, StoreUnderTest> stores = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final Function<StoreUnderTest.Invocation, StoreUnderTest> opening;

    StoreService(Function<StoreUnderTest.Invocation, StoreUnderTest> opening) throws IOException {
        this.opening = opening;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, this::handle));
        server.start();
    }

    URI address() {
        return addressOf(server);
    }

    static URI addressOf(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Answers a request with what {@code handler} makes of it. */
    static void answer(HttpExchange exchange, Function<JsonObject, JsonObject> handler) {
        try (exchange) {
            JsonObject answer;
            var status = 200;
            try {
                answer = handler.apply(Json.parse(exchange.getRequestBody()).asJsonObject());
            } catch (RuntimeException e) {
                answer = Json.object()
                        .add("error", String.valueOf(e.getMessage()))
                        .build();
                status = 409;
            }
            var bytes = Json.toText(answer).getBytes(UTF_8);
            // A connection that is kept may be closed just when the client sends on it, and what is sent is lost.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject handle(JsonObject request) {
        if (request.containsKey("config")) {
            var store = last.incrementAndGet();
            stores.put(store, opening.apply(new RemotePlatform(request)));
            return Json.object().add("store", store).build();
        }
        var store = requireNonNull(stores.get(request.getInt("store")));
        var key = request.getString("key", "");
        var answer = Json.object();
        switch (request.getString("do")) {
            case "get" -> {
                var value = store.get(key);
                if (value != StoreUnderTest.ABSENT) {
                    answer.add("value", PlainJson.toJson(value));
                }
            }
            case "set" -> store.set(key, plain(request, "value"));
            case "change" -> store.changeInPlace(key, plain(request, "value"));
            case "delete" -> store.delete(key);
            case "flush" -> store.flush();
            case "reload" -> store.reload();
            default -> answer.add("pending", store.hasPendingChanges());
        }
        return answer.build();
    }

    private static @Nullable Object plain(JsonObject request, String name) {
        return PlainJson.of(request.getOrDefault(name, JsonValue.NULL));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    /** The platform as the store sees it: an address. */
    private static final class RemotePlatform implements StoreUnderTest.Invocation {
        private final Map<String, @Nullable Object> config;
        private final StoreOverHttp.Peer platform;

        RemotePlatform(JsonObject request) {
            this.config = map(request.getJsonObject("config"));
            this.platform = new StoreOverHttp.Peer(URI.create(request.getString("platform")));
        }

        @SuppressWarnings("unchecked") // The plain form of an object is a map with text keys.
        private static Map<String, @Nullable Object> map(JsonObject object) {
            return (Map<String, @Nullable Object>) requireNonNull(PlainJson.of(object));
        }

        @Override
        @SuppressWarnings("NullAway") // Read from a class file, the interface has lost its type arguments' nullness.
        public Map<String, @Nullable Object> config() {
            return config;
        }

        @Override
        @SuppressWarnings("NullAway") // As above.
        public Map<String, @Nullable Object> reloadConfig() {
            return map(platform.ask(JsonValue.EMPTY_JSON_OBJECT).getJsonObject("config"));
        }

        @Override
        public void patchConfig(List<? extends Map<String, ? extends @Nullable Object>> operations) {
            platform.ask(
                    Json.object().add("patch", PlainJson.toJson(operations)).build());
        }

        @Override
        public Context context() {
            throw new UnsupportedOperationException("a store elsewhere has no context");
        }

        @Override
        public Response<?> response() {
            throw new UnsupportedOperationException("a store elsewhere has no response");
        }
    }
}
