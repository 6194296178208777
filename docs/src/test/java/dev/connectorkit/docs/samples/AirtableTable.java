package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.ConnectorException.Type.GENERIC;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.ConnectorException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One table of an Airtable base. */
final class AirtableTable {
    record Row(String id, Attributes fields) {
        static Row of(JsonObject json) {
            return new Row(json.getString("id"), Attributes.fromJson(json.getJsonObject("fields")));
        }

        @Nullable
        String text(String name) {
            return fields.text(name);
        }

        List<String> texts(String name) {
            return fields.texts(name);
        }
    }

    // region client
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final int ATTEMPTS = 3;

    private final String url;
    private final String token;

    AirtableTable(String url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonObject firstPage() throws IOException, InterruptedException {
        return call("GET", "?pageSize=100", null);
    }

    void forEach(Consumer<Row> action) throws IOException, InterruptedException {
        var page = firstPage();
        page.getJsonArray("records").getValuesAs(Row::of).forEach(action);
        while (page.containsKey("offset")) {
            page = call("GET", "?pageSize=100&offset=" + encoded(page.getString("offset")), null);
            page.getJsonArray("records").getValuesAs(Row::of).forEach(action);
        }
    }

    Row find(String id) throws IOException, InterruptedException {
        return Row.of(call("GET", "/" + encoded(id), null));
    }

    Row update(String id, Attributes fields) throws IOException, InterruptedException {
        var body = Json.createObjectBuilder().add("fields", fields.toJson()).build();
        return Row.of(call("PATCH", "/" + encoded(id), body));
    }

    private JsonObject call(String method, String path, @Nullable JsonObject body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .timeout(Duration.ofSeconds(30))
                .build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        for (var attempt = 1; response.statusCode() == 429 && attempt < ATTEMPTS; attempt++) {
            Thread.sleep(pause(response).toMillis());
            response = HTTP.send(request, BodyHandlers.ofString());
        }
        return switch (response.statusCode()) {
            case 200 -> Json.createReader(new StringReader(response.body())).readObject();
            case 404 -> throw ConnectorException.notFound("record", path.substring(1));
            default ->
                throw new ConnectorException(
                        GENERIC, "%s %s: status %d".formatted(method, path, response.statusCode()));
        };
    }

    private static Duration pause(HttpResponse<?> refusal) {
        return Duration.ofSeconds(
                refusal.headers().firstValueAsLong("Retry-After").orElse(30));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
    // endregion
}
