package dev.connectorkit.dsl.command;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The stream that a Shared Signals Framework command worked on.
 *
 * @param identity the stream's name
 * @param uuid the id that never changes
 * @param key the stream's key
 */
public record SsfStreamOutput(
        @Nullable String identity,
        @Nullable String uuid,
        @Nullable Key key) implements JsonWritable {

    /** Returns a stream with a simple key. */
    public static SsfStreamOutput of(String id) {
        return new SsfStreamOutput(id, null, Key.simple(id));
    }

    /** Reads a stream. */
    public static SsfStreamOutput fromJson(JsonValue json) {
        var object = Members.object(json, "a stream");
        return new SsfStreamOutput(
                Members.text(object, "identity"),
                Members.text(object, "uuid"),
                Members.optional(object, "key", Key::fromJson));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeNames(out, identity, uuid, key);
        out.writeEnd();
    }
}
