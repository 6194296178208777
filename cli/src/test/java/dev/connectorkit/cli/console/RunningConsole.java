package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.server.ConnectorServer;
import dev.connectorkit.dsl.server.RunningServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** A server with a console, as `run` starts it, and a client. */
record RunningConsole(RunningServer server, HttpClient client) implements AutoCloseable {

    static RunningConsole of(Connector connector, String config, Path report) throws IOException {
        var console = Console.of(connector, Json.parse(config).asJsonObject(), report);
        var server = ConnectorServer.of(connector)
                .withPort(0)
                .withPages(console.pages())
                .start();
        return new RunningConsole(server, HttpClient.newHttpClient());
    }

    URI uri() {
        return server.uri();
    }

    HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(uri().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Returns the answer of an endpoint, which must be a success. */
    JsonObject json(String method, String name, String body) {
        var answer = send(method, "/console/api/" + name, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.parse(answer.body()).asJsonObject();
    }

    /** Returns the lines of a command that the page runs. */
    List<JsonObject> run(String type, String input) {
        var answer = send("POST", "/console/api/run", "{\"type\":\"%s\",\"input\":%s}".formatted(type, input));
        return answer.body()
                .lines()
                .map(line -> Json.parse(line).asJsonObject())
                .toList();
    }

    /** Returns the status and the cause that an endpoint answers with. */
    String refusal(String method, String name, String body) {
        var answer = send(method, "/console/api/" + name, body);
        return answer.statusCode() + " "
                + Json.parse(answer.body()).asJsonObject().getString("error");
    }

    @Override
    public void close() {
        server.close();
    }
}
