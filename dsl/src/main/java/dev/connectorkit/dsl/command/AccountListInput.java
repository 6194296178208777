package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an account aggregation asks for.
 *
 * @param stateful whether the platform keeps state for this source and wants changes only, where it has state
 * @param state what the last stateful run saved; null on the first
 * @param schema the account schema as the platform knows it
 */
public record AccountListInput(
        boolean stateful,
        @Nullable JsonObject state,
        @Nullable JsonObject schema) implements StatefulInput {

    /** Returns the input of a full aggregation. */
    public static AccountListInput full() {
        return new AccountListInput(false, null, null);
    }

    /** Returns the input of a first stateful aggregation. */
    public static AccountListInput firstStateful() {
        return new AccountListInput(true, null, null);
    }

    /** Returns the input of a stateful aggregation after one that saved {@code state}. */
    public static AccountListInput since(JsonObject state) {
        return new AccountListInput(true, state, null);
    }

    /** Reads an input. */
    public static AccountListInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new AccountListInput(
                Members.flag(object, "stateful"),
                Members.optionalObject(object, "state"),
                Members.optionalObject(object, "schema"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfSet(out, "stateful", stateful);
        ObjectMembers.writeIfPresent(out, "state", state);
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }
}
