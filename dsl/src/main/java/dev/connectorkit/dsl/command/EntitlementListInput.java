package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an entitlement aggregation asks for.
 *
 * @param type the entitlement schema's type, such as {@code group}
 * @param stateful whether the platform keeps state for this source and wants changes only, where it has state
 * @param state what the last stateful run saved; null on the first
 * @param schema the entitlement schema as the platform knows it
 */
public record EntitlementListInput(
        String type,
        boolean stateful,
        @Nullable JsonObject state,
        @Nullable JsonObject schema) implements StatefulInput {

    /** Checks that the type is there. */
    public EntitlementListInput {
        requireNonNull(type, "type");
    }

    /** Returns the input of a full aggregation. */
    public static EntitlementListInput of(String type) {
        return new EntitlementListInput(type, false, null, null);
    }

    /** Returns the input of a first stateful aggregation. */
    public static EntitlementListInput firstStateful(String type) {
        return new EntitlementListInput(type, true, null, null);
    }

    /** Returns the input of a stateful aggregation after one that saved {@code state}. */
    public static EntitlementListInput since(String type, JsonObject state) {
        return new EntitlementListInput(type, true, state, null);
    }

    /** Reads an input. */
    public static EntitlementListInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new EntitlementListInput(
                Members.requiredText(object, "input", "type"),
                Members.flag(object, "stateful"),
                Members.optionalObject(object, "state"),
                Members.optionalObject(object, "schema"));
    }

    /**
     * Returns the type asked for, which is one of {@code types}.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if it is not; the message names
     *     it and those there are
     */
    public String requireType(String... types) {
        return ObjectMembers.requireType(type, types);
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("type", type);
        ObjectMembers.writeIfSet(out, "stateful", stateful);
        ObjectMembers.writeIfPresent(out, "state", state);
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }
}
