package dev.connectorkit.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.BufferedSink;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.EventSink;
import dev.connectorkit.dsl.runtime.EventType;
import dev.connectorkit.dsl.runtime.InvocationException;
import dev.connectorkit.dsl.runtime.ReaderGoneException;
import dev.connectorkit.dsl.runtime.Scheduler;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands with the simulated source's configuration, applies what they change there, and streams their lines.
 *
 * <p>Unlike the server's own answers, every answer here ends whole, a failure's with a line of type {@code error}: a
 * browser throws away what it has not read yet when a connection is aborted, and that line with it.
 */
final class RunEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final ConnectorRunner runner;
    private final SimulatedSource source;

    RunEndpoint(Connector connector, SimulatedSource source) {
        this.source = source;
        runner = ConnectorRunner.of(connector);
    }

    /** Runs the command that the body names; a {@code config} line that the platform would refuse says so as {@code refused}. */
    void answer(HttpExchange exchange, JsonObject body) throws IOException, RefusedException {
        var type = Body.text(body, "type");
        var input = Body.object(body.getOrDefault("input", JsonValue.EMPTY_JSON_OBJECT));
        var request = CommandRequest.of(type, input).withConfig(source.config());
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (var lines = new BufferedSink(exchange.getResponseBody(), Scheduler.system())) {
            try {
                runner.run(request, applying(lines));
            } catch (InvocationException e) {
                LOG.warn("{} failed: {}", type, e.text());
                var last = e.line();
                lines.line(EventType.ERROR, last, 0, last.length);
                lines.flush();
            } catch (ReaderGoneException e) {
                throw new IOException("the page has gone", e);
            }
        }
        exchange.close();
    }

    private EventSink applying(EventSink lines) {
        return new EventSink() {
            @Override
            public void line(EventType type, byte[] buffer, int offset, int length) throws IOException {
                if (type == EventType.STATE || type == EventType.CONFIG) {
                    var line = Json.parse(new String(buffer, offset, length, UTF_8))
                            .asJsonObject();
                    var shown = (Json.toText(applied(type, line)) + "\n").getBytes(UTF_8);
                    lines.line(type, shown, 0, shown.length);
                } else {
                    lines.line(type, buffer, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                lines.flush();
            }
        };
    }

    private JsonObject applied(EventType type, JsonObject line) {
        var shown = Json.object().add("type", type.wireName());
        var data = line.getOrDefault("data", JsonValue.NULL);
        if (type == EventType.STATE) {
            return shown.add("data", source.saveState(data.asJsonObject())).build();
        }
        shown.add("data", source.shown(data.asJsonArray()));
        try {
            source.patch(data.asJsonArray());
        } catch (RefusedException e) {
            shown.add("refused", String.valueOf(e.getMessage()));
        }
        return shown.build();
    }
}
