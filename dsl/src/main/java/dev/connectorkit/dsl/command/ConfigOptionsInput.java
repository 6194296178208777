package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

/**
 * The question what an administrator may choose for a config item.
 *
 * @param key the key that the connector's specification asks with
 */
public record ConfigOptionsInput(String key) implements JsonWritable {

    /** Checks that the key is there. */
    public ConfigOptionsInput {
        requireNonNull(key, "key");
    }

    /** Reads an input. */
    public static ConfigOptionsInput fromJson(JsonValue json) {
        return new ConfigOptionsInput(Members.requiredText(Members.input(json), "input", "key"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("key", key).writeEnd();
    }
}
