package dev.connectorkit.testkit.run;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads lines of the wire protocol. */
final class LineReader {
    private static final String ERROR = "error";
    private static final int SHOWN = 160;
    private static final int AROUND = 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private LineReader() {}

    /** Hands a line to the listener, or returns the failure that the line is. */
    static @Nullable Failure read(String text, Duration at, LineListener listener) {
        if (text.charAt(0) == BYTE_ORDER_MARK) {
            return new Failure(Failure.PROTOCOL, "the answer begins with a byte order mark, which is no part of JSON");
        }
        var json = parse(text);
        if (json == null) {
            return failure(text);
        }
        var type = type(json);
        if (type == null) {
            return new Failure(
                    Failure.PROTOCOL,
                    "a line has no `type`: lines are {\"type\": …, \"data\": …}, but this is " + shown(text));
        }
        var data = json.getOrDefault("data", JsonValue.NULL);
        if (type.equals(ERROR)) {
            return failure(json, data);
        }
        listener.received(new Line(type, data, at, text.getBytes(StandardCharsets.UTF_8).length));
        return null;
    }

    /** Returns whether the text is a JSON object, and so no garbage. */
    static boolean isLine(String text) {
        return parse(text) != null;
    }

    /** Returns whether a text begins with a line that carries an output. */
    static boolean isOutput(String text) {
        var json = parse(text.lines().findFirst().orElse(""));
        return json != null && Line.OUTPUT.equals(type(json));
    }

    private static @Nullable JsonObject parse(String text) {
        try {
            return Json.parse(text) instanceof JsonObject object ? object : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static @Nullable String type(JsonObject json) {
        return json.get("type") instanceof JsonString type ? type.getString() : null;
    }

    private static Failure failure(String text) {
        var failure = Failure.parse(text);
        return failure.message().equals(text.strip())
                ? new Failure(
                        Failure.PROTOCOL,
                        "this line is no JSON object, but each line is one, complete on that line: " + shown(text)
                                + mistake(text))
                : failure;
    }

    /** Returns where an object stops being JSON, in words; nothing of a text that is no object to begin with. */
    private static String mistake(String text) {
        try {
            Json.parse(text);
            return "";
        } catch (JsonSyntaxException e) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var at = e.line() == 1 ? e.column() - 1 : 0;
            if (!text.startsWith("{") || at <= 0) {
                return "";
            }
            if (at >= bytes.length) {
                return "; it ends too early";
            }
            var end = new String(bytes, 0, at, StandardCharsets.UTF_8).length();
            var start = Math.max(0, end - AROUND);
            return "; it goes wrong around " + (start == 0 ? "" : "…")
                    + text.substring(start, Math.min(text.length(), end + AROUND));
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Failure failure(JsonObject line, JsonValue data) {
        var details = data instanceof JsonObject object ? object : line;
        var type = type(details);
        var message = details.get("message") instanceof JsonString text ? text.getString() : Json.toText(data);
        return new Failure(Failure.NOT_FOUND.equals(type) ? Failure.NOT_FOUND : Failure.GENERIC, message);
    }
}
