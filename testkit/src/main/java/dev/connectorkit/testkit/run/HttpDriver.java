package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a server of the platform's protocol: {@code POST} of one command, answered by lines of JSON. Any server will
 * do, that of a TypeScript connector included. One invocation at a time.
 *
 * <p>An answer is taken at its word only as long as it is one: whatever follows the last line of JSON fails the
 * invocation even if the status is 200, and so does an answer that breaks off or falls silent.
 */
public final class HttpDriver implements Driver {
    private static final Duration PLATFORM_SILENCE = Duration.ofMinutes(3);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int HUNDRED = 100;
    private static final int LINES_AHEAD = 64;

    private final URI uri;
    private final Duration silenceLimit;
    private volatile HttpClient client = newClient();
    private volatile boolean answered;
    private final Set<String> mediaTypes = ConcurrentHashMap.newKeySet();
    private volatile URI target;

    private HttpDriver(URI uri, Duration silenceLimit) {
        this.uri = requireNonNull(uri, "uri");
        this.silenceLimit = requireNonNull(silenceLimit, "silenceLimit");
        target = uri;
    }

    private static HttpClient newClient() {
        // The development server of the TypeScript SDK knows HTTP/1.1 only.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** Returns a driver that posts to {@code uri} and waits three minutes for each line, as the platform does. */
    public static HttpDriver to(URI uri) {
        return new HttpDriver(uri, PLATFORM_SILENCE);
    }

    /** Returns this driver with another limit on the time between two lines. */
    public HttpDriver withSilenceLimit(Duration limit) {
        return new HttpDriver(uri, limit);
    }

    @Override
    public String describe() {
        return uri.toString();
    }

    @Override
    public Ending stream(CommandRequest request, LineListener listener) {
        var start = System.nanoTime();
        try {
            var response = post(request);
            if (response.statusCode() == NOT_FOUND && target.getPath().length() <= 1) {
                response.body().close();
                // Newer development servers of the TypeScript SDK answer under any path but this one.
                target = uri.resolve("/invoke");
                response = post(request);
            }
            noteMediaType(response);
            try (var body = response.body()) {
                return response.statusCode() == OK
                        ? new Answer(body, start, listener).read()
                        : refused(response.statusCode(), body, start);
            }
        } catch (java.net.http.HttpConnectTimeoutException | java.net.ConnectException e) {
            throw new ConnectorUnreachableException("nothing answers at " + uri + ": is the connector running?", e);
        } catch (java.net.http.HttpTimeoutException e) {
            return new Ending(Failure.silence(silenceLimit), null, since(start));
        } catch (IOException e) {
            return broken("the answer broke off: " + e.getMessage(), start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorUnreachableException("interrupted while waiting for " + uri, e);
        }
    }

    private void noteMediaType(HttpResponse<InputStream> response) {
        if (response.statusCode() == OK) {
            var type = response.headers().firstValue("Content-Type").orElse("none");
            mediaTypes.add(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.copyOf(mediaTypes);
    }

    private HttpResponse<InputStream> post(CommandRequest request) throws IOException, InterruptedException {
        var post = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .timeout(silenceLimit)
                .POST(HttpRequest.BodyPublishers.ofString(Json.toText(request.toJson())))
                .build();
        try {
            var response = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            answered = true;
            return response;
        } catch (java.net.http.HttpTimeoutException | java.net.ConnectException e) {
            throw e;
        } catch (IOException e) {
            if (!answered) {
                throw e;
            }
            return postAgain(post, e);
        }
    }

    /**
     * Posts over a new connection. The server may have closed the one that was kept open after an earlier answer, as it
     * may at any time, that of Python's standard library after every answer.
     */
    private HttpResponse<InputStream> postAgain(HttpRequest post, IOException first)
            throws IOException, InterruptedException {
        client = newClient();
        try {
            return client.send(post, HttpResponse.BodyHandlers.ofInputStream());
        } catch (java.net.ConnectException gone) {
            // The connector ended over this command.
            throw first;
        }
    }

    private static Ending refused(int status, InputStream body, long start) throws IOException {
        var text = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        var failure = Failure.parse(text);
        if (text.isEmpty()) {
            failure = new Failure(
                    status / HUNDRED == 2 ? Failure.PROTOCOL : Failure.GENERIC,
                    "HTTP status " + status + " without a text; the status of a success is 200, that of a failure 500");
        } else if (LineReader.isOutput(text)) {
            failure = new Failure(
                    Failure.PROTOCOL, "outputs came with HTTP status " + status + "; the status of a success is 200");
        }
        return new Ending(failure, null, since(start));
    }

    private static Ending broken(String message, long start) {
        return new Ending(new Failure(Failure.PROTOCOL, message), null, since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Reads the lines of one answer; a second thread does the blocking, so that silence can be told from work. */
    private final class Answer {
        private final InputStream body;
        private final long start;
        private final LineListener listener;
        private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(LINES_AHEAD);

        Answer(InputStream body, long start, LineListener listener) {
            this.body = body;
            this.start = start;
            this.listener = listener;
        }

        Ending read() throws InterruptedException {
            var reader = new Thread(this::readLines, "connectorkit-answer");
            reader.setDaemon(true);
            reader.start();
            try {
                while (true) {
                    var part = parts.poll(silenceLimit.toMillis(), TimeUnit.MILLISECONDS);
                    if (part == null) {
                        return new Ending(Failure.silence(silenceLimit), null, since(start));
                    } else if (part instanceof Text text) {
                        var error = LineReader.read(text.line(), since(start), listener);
                        if (error != null) {
                            return failed(error, trailing(text.line()));
                        }
                    } else if (part instanceof End end) {
                        return end.error() == null
                                ? new Ending(null, null, since(start))
                                : broken("the answer broke off: " + end.error(), start);
                    }
                }
            } finally {
                reader.interrupt();
            }
        }

        /** Returns the ending of an answer that an error followed, whose words may go on after the first line. */
        private Ending failed(Failure first, @Nullable String trailing) {
            var whole = trailing == null || first.type().equals(Failure.PROTOCOL) ? first : Failure.parse(trailing);
            return new Ending(whole, trailing, since(start));
        }

        private @Nullable String trailing(String first) throws InterruptedException {
            if (LineReader.isLine(first)) {
                return null;
            }
            var text = new StringBuilder(first);
            while (parts.poll(silenceLimit.toMillis(), TimeUnit.MILLISECONDS) instanceof Text more) {
                text.append('\n').append(more.line());
            }
            return text.toString();
        }

        private void readLines() {
            // Malformed bytes fail: replaced by question marks, they would be a fault of the values.
            var strict = StandardCharsets.UTF_8.newDecoder();
            try (var in = new BufferedReader(new InputStreamReader(body, strict))) {
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) {
                        parts.put(new Text(line));
                    }
                }
                parts.put(new End(null));
            } catch (CharacterCodingException e) {
                end("it holds bytes that are no UTF-8");
            } catch (IOException e) {
                end(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void end(String error) {
            try {
                parts.put(new End(error));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private sealed interface Part permits Text, End {}

    private record Text(String line) implements Part {}

    private record End(@Nullable String error) implements Part {}
}
