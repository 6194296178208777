package com.example.javasample;

import static dev.connectorkit.dsl.command.ConnectorException.Type.GENERIC;
import static dev.connectorkit.dsl.command.ConnectorException.Type.NOT_FOUND;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connectorkit.dsl.command.ConnectorException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/** Calls the API of the source. */
final class SampleApi {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI baseUrl;
    private final String token;

    SampleApi(URI baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    void ping() throws IOException, InterruptedException {
        get("/people");
    }

    /** Fetches one page at a time, so that memory stays flat however many people there are. */
    void forEachPerson(Consumer<Person> action) throws IOException, InterruptedException {
        var page = get("/people");
        page.getJsonArray("people").getValuesAs(Person::of).forEach(action);
        while (page.containsKey("next")) {
            page = get("/people?cursor=" + page.getString("next"));
            page.getJsonArray("people").getValuesAs(Person::of).forEach(action);
        }
    }

    Person person(String id) throws IOException, InterruptedException {
        return Person.of(get("/people/" + URLEncoder.encode(id, UTF_8).replace("+", "%20")));
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
        var response = answer(request);
        return switch (response.statusCode()) {
            case 200 -> Json.createReader(new StringReader(response.body())).readObject();
            // The platform takes this error, and no other, for an account that does not exist.
            case 404 -> throw new ConnectorException(NOT_FOUND, "GET %s: status 404".formatted(path));
            default ->
                throw new ConnectorException(GENERIC, "GET %s: status %d".formatted(path, response.statusCode()));
        };
    }

    private static HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            // It has no message of its own.
            throw new ConnectorException(GENERIC, "nothing answers at " + request.uri(), e);
        }
    }
}
