package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The question whether the configuration works.
 *
 * @param accountSchema the account schema as the platform knows it
 */
public record TestConnectionInput(@Nullable JsonObject accountSchema) implements JsonWritable {

    /** Returns the input without a schema. */
    public static TestConnectionInput empty() {
        return new TestConnectionInput(null);
    }

    /** Reads an input. */
    public static TestConnectionInput fromJson(JsonValue json) {
        return new TestConnectionInput(Members.optionalObject(Members.input(json), "accountSchema"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfPresent(out, "accountSchema", accountSchema);
        out.writeEnd();
    }
}
