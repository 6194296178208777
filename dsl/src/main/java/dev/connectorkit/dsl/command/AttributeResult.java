package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/**
 * What became of one attribute in a create or an update that did not wholly succeed.
 *
 * @param attribute the attribute's name
 * @param failed whether the attribute was left as it was; on the wire {@code "status":"error"}
 * @param messages what there is to say about it
 */
public record AttributeResult(String attribute, boolean failed, List<Message> messages) implements JsonWritable {

    /** How serious a message is. */
    public enum Level {
        /** Worth knowing. */
        WARN,
        /** The attribute was not written. */
        ERROR
    }

    /**
     * One sentence for administrators.
     *
     * @param level how serious it is
     * @param message the sentence, without secrets
     */
    public record Message(Level level, String message) {
        /** Checks that both are there. */
        public Message {
            requireNonNull(level, "level");
            requireNonNull(message, "message");
        }
    }

    /** Checks and copies. */
    public AttributeResult {
        requireNonNull(attribute, "attribute");
        messages = List.copyOf(messages);
    }

    /** Returns the result of an attribute that could not be written. */
    public static AttributeResult error(String attribute, String message) {
        return new AttributeResult(attribute, true, List.of(new Message(Level.ERROR, message)));
    }

    /** Returns the result of an attribute that was written, with a reservation. */
    public static AttributeResult warning(String attribute, String message) {
        return new AttributeResult(attribute, false, List.of(new Message(Level.WARN, message)));
    }

    /** Reads a result. */
    public static AttributeResult fromJson(JsonValue json) {
        var object = Members.object(json, "a result");
        return new AttributeResult(
                Members.requiredText(object, "result", "attribute"),
                "error".equals(Members.text(object, "status")),
                Members.list(object, "messages", AttributeResult::message));
    }

    private static Message message(JsonValue json) {
        var object = Members.object(json, "a message");
        var level = "WARN".equals(Members.text(object, "level")) ? Level.WARN : Level.ERROR;
        return new Message(level, Members.requiredText(object, "messages", "message"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("attribute", attribute);
        if (failed) {
            out.write("status", "error");
        }
        if (!messages.isEmpty()) {
            out.writeStartArray("messages");
            for (var message : messages) {
                out.writeStartObject()
                        .write("level", message.level().name())
                        .write("message", message.message())
                        .writeEnd();
            }
            out.writeEnd();
        }
        out.writeEnd();
    }
}
