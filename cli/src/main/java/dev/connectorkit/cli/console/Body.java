package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests, and says what is wrong with those that are not as they should be. */
final class Body {
    private Body() {}

    static JsonObject object(JsonValue body) throws RefusedException {
        if (body instanceof JsonObject object) {
            return object;
        }
        throw RefusedException.badRequest("the body must be a JSON object, but is " + Json.describe(body));
    }

    static JsonArray array(JsonValue body) throws RefusedException {
        if (body instanceof JsonArray array) {
            return array;
        }
        throw RefusedException.badRequest("the body must be a JSON array, but is " + Json.describe(body));
    }

    static String text(JsonObject body, String member) throws RefusedException {
        if (body.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw RefusedException.badRequest("`" + member + "` must be text, but is " + described(body.get(member)));
    }

    static String textOrEmpty(JsonObject body, String member) {
        return body.get(member) instanceof JsonString text ? text.getString() : "";
    }

    static JsonArray array(JsonObject body, String member) throws RefusedException {
        if (body.get(member) instanceof JsonArray array) {
            return array;
        }
        throw RefusedException.badRequest("`" + member + "` must be an array, but is " + described(body.get(member)));
    }

    private static String described(@Nullable JsonValue value) {
        return value == null ? "missing" : Json.describe(value);
    }
}
