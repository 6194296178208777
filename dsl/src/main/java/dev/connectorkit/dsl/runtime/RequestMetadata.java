package dev.connectorkit.dsl.runtime;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the platform says about an invocation beside the command itself; null where it says nothing, or no text of one
 * line and at most 256 characters.
 *
 * @param id the connector's id
 * @param name the connector's name
 * @param connectorInstanceId the id of the source's connector instance
 * @param invocationId the id of the invocation
 * @param spanId the id of the tracing span
 * @param requestId the id of the platform's request
 */
public record RequestMetadata(
        @Nullable String id,
        @Nullable String name,
        @Nullable String connectorInstanceId,
        @Nullable String invocationId,
        @Nullable String spanId,
        @Nullable String requestId) {

    /** As many characters as a name has at most that goes into log lines. */
    static final int MAX_IDENTIFIER = 256;

    private static final RequestMetadata NONE = new RequestMetadata(null, null, null, null, null, null);

    /** Returns metadata that says nothing. */
    public static RequestMetadata none() {
        return NONE;
    }

    /** Returns this metadata with an invocation id, a new one if it has none. */
    public RequestMetadata identified() {
        return invocationId == null ? withInvocationId(newInvocationId()) : this;
    }

    // An id for logs is no secret, and secure random numbers are a good part of what a first answer takes.
    static String newInvocationId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Returns this metadata for another invocation. */
    public RequestMetadata withInvocationId(String invocationId) {
        return new RequestMetadata(id, name, connectorInstanceId, invocationId, spanId, requestId);
    }

    static RequestMetadata fromJson(@Nullable JsonValue json) {
        return json instanceof JsonObject object
                ? new RequestMetadata(
                        text(object, "id"),
                        text(object, "name"),
                        text(object, "connectorInstanceId"),
                        text(object, "invocationId"),
                        text(object, "spanId"),
                        text(object, "requestId"))
                : NONE;
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text && isIdentifier(text.getString()) ? text.getString() : null;
    }

    /** Returns whether a text can name something in a log line without filling it or breaking it up. */
    static boolean isIdentifier(String text) {
        return text.length() <= MAX_IDENTIFIER && text.chars().noneMatch(Character::isISOControl);
    }

    JsonObject toJson() {
        var json = Json.object();
        addIfPresent(json, "id", id);
        addIfPresent(json, "name", name);
        addIfPresent(json, "connectorInstanceId", connectorInstanceId);
        addIfPresent(json, "invocationId", invocationId);
        addIfPresent(json, "spanId", spanId);
        addIfPresent(json, "requestId", requestId);
        return json.build();
    }

    private static void addIfPresent(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
