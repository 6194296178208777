package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;

/** A value with a JSON form. Every output and input of a standard command is one. */
public interface JsonWritable {

    /**
     * Writes this value as one JSON object, in the order the platform documents.
     *
     * @param out the generator, positioned where a value may stand; it is neither flushed nor closed
     */
    void writeTo(JsonGenerator out);

    /** Returns this value as a JSON object. */
    default JsonObject toJson() {
        return Json.toObject(this::writeTo);
    }
}
