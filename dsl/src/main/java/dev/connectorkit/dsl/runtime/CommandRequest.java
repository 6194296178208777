package dev.connectorkit.dsl.runtime;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One command as the platform sends it. Immutable; every {@code with…} returns a new value.
 *
 * @param type the command's type, such as {@code std:account:list}
 * @param input the command's input, an object for every standard command; an empty one where there is none
 * @param config the source's configuration, which may hold secrets; empty where there is none
 * @param version the version of the connector, where the platform names one
 * @param connectorRef the connector meant, where the client names one
 * @param metadata what else is said about the invocation
 */
public record CommandRequest(
        String type,
        JsonValue input,
        JsonObject config,
        @Nullable Integer version,
        @Nullable String connectorRef,
        RequestMetadata metadata) {

    /** Checks what must be there. */
    public CommandRequest {
        requireNonNull(type, "type");
        requireNonNull(input, "input");
        requireNonNull(config, "config");
        requireNonNull(metadata, "metadata");
    }

    /** Returns a request of a command type with an input, without config. */
    public static CommandRequest of(String type, JsonValue input) {
        return new CommandRequest(type, input, JsonValue.EMPTY_JSON_OBJECT, null, null, RequestMetadata.none());
    }

    /**
     * Returns a request of a command with a typed input, without config.
     */
    public static <I> CommandRequest of(Command<I, ?> command, I input) {
        return of(command.type(), Json.toValue(out -> command.input().write(input, out)));
    }

    /**
     * Reads a request. Unknown members are ignored, {@code input} and {@code config} may be missing or null.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if the body is no JSON object,
     *     has no {@code type}, or a member of the wrong type; the message holds no value of the body
     */
    public static CommandRequest parse(byte[] body) {
        JsonValue json;
        try {
            json = Json.parse(body);
        } catch (JsonSyntaxException e) {
            throw new ConnectorException(
                    ConnectorException.Type.INVALID_REQUEST, "the request is not JSON: " + e.getMessage(), e);
        }
        if (!(json instanceof JsonObject object)) {
            throw invalid("the request must be an object such as {\"type\": \"std:test-connection\"}, but is "
                    + Json.describe(json));
        }
        return new CommandRequest(
                type(object),
                input(object),
                config(object),
                version(object),
                object.get("connectorRef") instanceof JsonString reference ? reference.getString() : null,
                RequestMetadata.fromJson(object.get("metadata")));
    }

    /** Reads a request, as {@link #parse(byte[])} does. */
    public static CommandRequest parse(String body) {
        return parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(JsonObject request) {
        var type = request.get("type");
        if (type == null) {
            throw invalid("the request has no `type`, which names the command, such as \"std:test-connection\"");
        }
        if (!(type instanceof JsonString text)) {
            throw invalid("`type` must be text that names the command, but is " + Json.describe(type));
        }
        if (text.getString().isBlank()) {
            throw invalid("`type` is blank; it must name the command, such as \"std:test-connection\"");
        }
        if (!RequestMetadata.isIdentifier(text.getString())) {
            throw invalid("`type` must name the command, in at most %d characters and on one line"
                    .formatted(RequestMetadata.MAX_IDENTIFIER));
        }
        return text.getString();
    }

    private static JsonValue input(JsonObject request) {
        var input = request.getOrDefault("input", JsonValue.NULL);
        return input == JsonValue.NULL ? JsonValue.EMPTY_JSON_OBJECT : input;
    }

    private static JsonObject config(JsonObject request) {
        var config = request.getOrDefault("config", JsonValue.NULL);
        if (config == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (config instanceof JsonObject object) {
            return object;
        }
        throw invalid("`config` must be an object, but is " + Json.describe(config));
    }

    private static @Nullable Integer version(JsonObject request) {
        var value = request.getOrDefault("version", JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonNumber number)) {
            throw invalid("`version` must be a whole number, but is " + Json.describe(value));
        }
        try {
            return number.bigDecimalValue().intValueExact();
        } catch (ArithmeticException e) {
            throw invalid("`version` must be a whole number of at most 32 bits");
        }
    }

    private static ConnectorException invalid(String message) {
        return ConnectorException.invalidRequest(message);
    }

    /** Returns this request with another configuration. */
    public CommandRequest withConfig(JsonObject config) {
        return new CommandRequest(type, input, config, version, connectorRef, metadata);
    }

    /** Returns this request with other metadata. */
    public CommandRequest withMetadata(RequestMetadata metadata) {
        return new CommandRequest(type, input, config, version, connectorRef, metadata);
    }

    /** Returns the JSON that {@link #parse(byte[])} reads. */
    public JsonObject toJson() {
        var json = Json.object().add("type", type).add("input", input).add("config", config);
        if (version != null) {
            json.add("version", version);
        }
        if (connectorRef != null) {
            json.add("connectorRef", connectorRef);
        }
        if (!metadata.equals(RequestMetadata.none())) {
            json.add("metadata", metadata.toJson());
        }
        return json.build();
    }

    /** Says which command it is; input and config stay unsaid, since they may hold secrets. */
    @Override
    public String toString() {
        return "CommandRequest[" + type + "]";
    }
}
