package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;

/**
 * What an administrator may choose, by name: a text, several texts, or several objects of texts. Immutable.
 *
 * @param options the options as they stand on the wire
 */
public record ConfigOptions(JsonObject options) implements JsonWritable {
    private static final ConfigOptions NONE = new ConfigOptions(JsonValue.EMPTY_JSON_OBJECT);

    /** Checks that the options are there. */
    public ConfigOptions {
        requireNonNull(options, "options");
    }

    /** Returns no options. */
    public static ConfigOptions none() {
        return NONE;
    }

    /** Returns these options and one text under {@code name}. */
    public ConfigOptions with(String name, String value) {
        return withPlain(name, value);
    }

    /** Returns these options and several texts under {@code name}. */
    public ConfigOptions with(String name, List<String> values) {
        return withPlain(name, values);
    }

    /**
     * Returns these options and several objects under {@code name}, for example {@code List.of(Map.of("label",
     * "Europe", "value", "eu"))}.
     */
    public ConfigOptions withObjects(String name, List<Map<String, String>> objects) {
        return withPlain(name, objects);
    }

    private ConfigOptions withPlain(String name, Object value) {
        var json = Json.toValue(out -> Json.writePlain(out, value));
        return new ConfigOptions(
                Json.provider().createObjectBuilder(options).add(name, json).build());
    }

    /** Reads options. */
    public static ConfigOptions fromJson(JsonValue json) {
        var options = Members.optionalObject(Members.object(json, "the output"), "options");
        return options == null ? NONE : new ConfigOptions(options);
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("options", options).writeEnd();
    }
}
