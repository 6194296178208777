package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium, driven by its <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>.
 * Belongs to one thread.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> messages;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private int lastId;

    private Browser(Process process, WebSocket socket, BlockingQueue<String> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** Returns the browser on the path, or null if there is none. */
    static @Nullable Path installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Starts a browser with an empty profile in {@code directory}. */
    static Browser start(Path program, Path directory) throws IOException, InterruptedException {
        var log = directory.resolve("browser.log").toFile();
        var process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            var port = port(process, directory.resolve("profile").resolve("DevToolsActivePort"), log);
            var messages = new LinkedBlockingQueue<String>();
            var client = HttpClient.newHttpClient();
            var socket = client.newWebSocketBuilder()
                    .buildAsync(page(client, port), new Listener(messages))
                    .join();
            var browser = new Browser(process, socket, messages);
            for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
                browser.call(domain + ".enable", Json.object());
            }
            return browser;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String port(Process process, Path file, File log) throws IOException, InterruptedException {
        // The browser writes the file when it listens, and tells nobody.
        for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
            if (Files.exists(file)) {
                var lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return lines.get(0);
                }
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IOException("the browser does not start:\n" + Files.readString(log.toPath()));
    }

    private static URI page(HttpClient client, String port) throws IOException, InterruptedException {
        var targets = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return Json.parse(targets).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(target -> target.getString("type").equals("page"))
                .map(target -> URI.create(target.getString("webSocketDebuggerUrl")))
                .findFirst()
                .orElseThrow(() -> new IOException("the browser has no page: " + targets));
    }

    /** Puts whole messages together. */
    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<String> messages;
        private final StringBuilder message = new StringBuilder();

        Listener(BlockingQueue<String> messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                messages.add(message.toString());
                message.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }

    JsonObject call(String method, JsonObjectBuilder parameters) {
        lastId++;
        var id = lastId;
        var request = Json.object().add("id", id).add("method", method).add("params", parameters);
        socket.sendText(Json.toText(request.build()), true).join();
        while (true) {
            var message = next();
            if (message.containsKey("id") && message.getInt("id") == id) {
                if (message.containsKey("error")) {
                    throw new AssertionError(method + " failed: " + message.get("error"));
                }
                return message.getJsonObject("result");
            }
            listen(message);
        }
    }

    private JsonObject next() {
        try {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the browser says nothing any more");
            }
            return Json.parse(message).asJsonObject();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void listen(JsonObject event) {
        var parameters = event.getJsonObject("params");
        switch (event.getString("method", "")) {
            case "Runtime.exceptionThrown" ->
                complaints.add(parameters.getJsonObject("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                var entry = parameters.getJsonObject("entry");
                if (!entry.getString("level").equals("verbose")) {
                    complaints.add(entry.toString());
                }
            }
            case "Network.requestWillBeSent" ->
                requested.add(parameters.getJsonObject("request").getString("url"));
            default -> {
                // Nothing else matters to the tests.
            }
        }
    }

    /** Returns what scripts threw, and what the browser had to complain about, policy violations among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns the addresses that were asked for something. */
    List<String> requested() {
        return List.copyOf(requested);
    }

    void open(URI page) {
        call("Page.navigate", Json.object().add("url", page.toString()));
        await("document.documentElement?.dataset.ready === 'true'");
    }

    /** Leaves the page, and with it whatever it was still waiting for. */
    void leave() {
        call("Page.navigate", Json.object().add("url", "about:blank"));
    }

    /** Shows the page in a window of another size. */
    void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .add("width", width)
                        .add("height", height)
                        .add("deviceScaleFactor", 1)
                        .add("mobile", false));
    }

    /** Has the page believe that the system prefers dark or light colours. */
    void prefer(String scheme) {
        var feature = Json.object().add("name", "prefers-color-scheme").add("value", scheme);
        call(
                "Emulation.setEmulatedMedia",
                Json.object().add("features", Json.array().add(feature)));
    }

    /** Returns what an expression of JavaScript evaluates to, a promise's value included, as text. */
    String evaluate(String expression) {
        var answer = call(
                "Runtime.evaluate",
                Json.object()
                        .add("expression", expression)
                        .add("awaitPromise", true)
                        .add("returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + " failed: " + answer.get("exceptionDetails"));
        }
        var value = answer.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /** Waits until an expression of JavaScript is true. */
    void await(String condition) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                if (evaluate("""
                        new Promise((resolve) => {
                          const end = Date.now() + 500;
                          const look = () => {
                            if (%1$s) resolve(true);
                            else if (Date.now() > end) resolve(false);
                            else setTimeout(look, 20);
                          };
                          look();
                        })""".formatted(condition)).equals("true")) {
                    return;
                }
            } catch (AssertionError e) {
                // While a page loads, the one before goes away with the promise.
                if (!String.valueOf(e.getMessage()).contains("context")) {
                    throw e;
                }
            }
        }
        throw new AssertionError("this did not come true: " + condition + "\nthe page says:\n"
                + evaluate("document.body.innerText") + "\ncomplaints: " + complaints);
    }

    /** Presses and releases a key, such as {@code Tab} or {@code Enter}. */
    void press(String key) {
        var codes = Map.of("Tab", 9, "Enter", 13, " ", 32, "ArrowRight", 39);
        for (var type : List.of("keyDown", "keyUp")) {
            var event = Json.object()
                    .add("type", type)
                    .add("key", key)
                    .add("code", key)
                    .add("windowsVirtualKeyCode", codes.getOrDefault(key, 0));
            if (key.equals("Enter") && type.equals("keyDown")) {
                event.add("text", "\r");
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Types a text where the focus is. */
    void type(String text) {
        call("Input.insertText", Json.object().add("text", text));
    }

    void screenshot(Path file) {
        var picture = call("Page.captureScreenshot", Json.object().add("format", "png"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(picture.getString("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
