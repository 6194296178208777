package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a Shared Signals Framework stream command is about; the platform leaves its shape to the transmitter.
 *
 * @param stream the stream's configuration, status or id; null where the platform sends none
 * @param extras what the platform sends beside it
 * @see <a href="https://openid.net/specs/openid-sharedsignals-framework-1_0.html">OpenID Shared Signals Framework</a>
 */
public record SsfStreamInput(@Nullable JsonValue stream, JsonObject extras) implements JsonWritable {

    /** Checks that the extras are there. */
    public SsfStreamInput {
        requireNonNull(extras, "extras");
    }

    /** Returns the input about {@code stream}. */
    public static SsfStreamInput of(JsonValue stream) {
        return new SsfStreamInput(requireNonNull(stream, "stream"), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Reads an input. */
    public static SsfStreamInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new SsfStreamInput(Members.value(object, "stream"), Members.without(object, "stream"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfPresent(out, "stream", stream);
        extras.forEach(out::write);
        out.writeEnd();
    }
}
