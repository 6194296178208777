package dev.connectorkit.dsl.command;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

/**
 * The output of commands that have nothing to say but that they worked: {@code {}}. The runtime sends it where a handler
 * returned without sending anything.
 */
public record Done() implements JsonWritable {
    private static final Done DONE = new Done();

    /** Returns the one value there is. */
    public static Done done() {
        return DONE;
    }

    /** Reads {@code {}}; members are ignored. */
    public static Done fromJson(JsonValue json) {
        Members.object(json, "the output");
        return DONE;
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().writeEnd();
    }
}
