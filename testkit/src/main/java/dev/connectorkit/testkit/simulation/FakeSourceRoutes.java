package dev.connectorkit.testkit.simulation;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request to a fake source asks for, and its answer as JSON. */
final class FakeSourceRoutes {
    private static final String PASSWORD = "password";

    private final FakeSource source;

    /** An answer that is none of an error; the body is null where there is none. */
    record Answer(int status, @Nullable JsonValue body) {}

    FakeSourceRoutes(FakeSource source) {
        this.source = source;
    }

    /**
     * Answers a request.
     *
     * @throws SourceException if it cannot be answered, or if the source was told to fail
     */
    Answer answer(String method, URI uri, String body) {
        var path = segments(uri);
        if (method.equals("GET") && path.equals(List.of("ping"))) {
            source.ping();
            return new Answer(200, JsonValue.EMPTY_JSON_OBJECT);
        }
        var table = path.isEmpty() ? null : source.table(path.get(0));
        if (table == null || path.size() > 2) {
            throw refusal(404, "there is nothing at " + uri.getPath());
        }
        try {
            return path.size() == 1
                    ? collection(method, table, query(uri), body)
                    : element(method, table, path.get(1), query(uri), body);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw refusal(400, "the query of " + uri + " cannot be read: " + e.getMessage());
        }
    }

    private Answer collection(String method, FakeTable table, Map<String, String> query, String body) {
        return switch (method) {
            case "GET" ->
                ok(
                        query.containsKey("offset")
                                ? table.rows(number(query, "offset", 0), number(query, "limit", source.pageSize()))
                                : table.page(query.get("cursor")));
            case "POST" -> new Answer(201, body(table.insert(Attributes.fromJson(object(body)))));
            default -> throw refusal(405, "a table takes GET and POST, not " + method);
        };
    }

    private Answer element(String method, FakeTable table, String id, Map<String, String> query, String body) {
        if (method.equals("GET") && id.equals("changes")) {
            var since = query.getOrDefault("since", "0");
            return ok(since.contains("T") ? table.changedSince(Instant.parse(since)) : table.changesSince(since));
        }
        if (method.equals("GET") && id.equals("token")) {
            return ok(table.token());
        }
        return switch (method) {
            case "GET" -> ok(table.read(id));
            case "PATCH" -> ok(table.update(id, Attributes.fromJson(object(body))));
            case "DELETE" -> {
                table.delete(id);
                yield new Answer(204, null);
            }
            default -> throw refusal(405, "a row takes GET, PATCH and DELETE, not " + method);
        };
    }

    private Answer ok(Object result) {
        return new Answer(200, body(result));
    }

    /** Returns what a call of the source resulted in, as JSON. */
    JsonValue body(@Nullable Object result) {
        if (result instanceof Attributes row) {
            return row.without(PASSWORD).toJson();
        }
        var json = Json.object();
        if (result instanceof FakeTable.Page page) {
            json.add("rows", rows(page.rows()));
            if (page.next() != null) {
                json.add("next", page.next());
            }
        } else if (result instanceof FakeTable.Window window) {
            json.add("rows", rows(window.rows())).add("total", window.total());
        } else if (result instanceof FakeTable.Changes changes) {
            var deleted = Json.array();
            changes.deleted().forEach(deleted::add);
            json.add("rows", rows(changes.rows())).add("deleted", deleted).add("token", changes.token());
        } else if (result instanceof String token) {
            json.add("token", token);
        }
        return json.build();
    }

    private static JsonArrayBuilder rows(List<Attributes> rows) {
        var array = Json.array();
        rows.forEach(row -> array.add(row.without(PASSWORD).toJson()));
        return array;
    }

    private static JsonObject object(String body) {
        try {
            if (Json.parse(body) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonSyntaxException e) {
            throw refusal(400, "the body is no JSON: " + e.getMessage());
        }
        throw refusal(400, "the body is no JSON object");
    }

    private static int number(Map<String, String> query, String name, int otherwise) {
        var text = query.get(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static List<String> segments(URI uri) {
        var segments = new ArrayList<String>();
        for (var segment : uri.getRawPath().split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(decoded(segment.replace("+", "%2B")));
            }
        }
        return segments;
    }

    private static Map<String, String> query(URI uri) {
        var query = new LinkedHashMap<String, String>();
        var raw = uri.getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            query.put(
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static SourceException refusal(int status, String message) {
        return new SourceException(status, message, null);
    }
}
