package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

/** Names one object on the source: {@code {"simple":{"id"}}} or {@code {"compound":{"lookupId","uniqueId"}}}. */
public sealed interface Key extends JsonWritable {

    /** Returns a key of one id. */
    static Key simple(String id) {
        return new Simple(id);
    }

    /** Returns a key of the id to look an object up by and the id that never changes. */
    static Key compound(String lookupId, String uniqueId) {
        return new Compound(lookupId, uniqueId);
    }

    /**
     * Reads a key.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if the JSON is neither form
     */
    static Key fromJson(JsonValue json) {
        if (json instanceof JsonObject object) {
            if (object.get("simple") instanceof JsonObject simple) {
                return new Simple(Members.requiredText(simple, "key.simple", "id"));
            }
            if (object.get("compound") instanceof JsonObject compound) {
                return new Compound(
                        Members.requiredText(compound, "key.compound", "lookupId"),
                        Members.requiredText(compound, "key.compound", "uniqueId"));
            }
        }
        throw ConnectorException.invalidRequest(
                "`key` must be {\"simple\":{\"id\"}} or {\"compound\":{\"lookupId\",\"uniqueId\"}}");
    }

    /** Returns the id to look the object up by: {@code id} of a simple key, {@code lookupId} of a compound one. */
    String lookupId();

    /** A key of one id. */
    record Simple(String id) implements Key {
        /** Checks that the id is there. */
        public Simple {
            requireNonNull(id, "id");
        }

        @Override
        public String lookupId() {
            return id;
        }

        @Override
        public void writeTo(JsonGenerator out) {
            out.writeStartObject();
            out.writeStartObject("simple").write("id", id).writeEnd();
            out.writeEnd();
        }
    }

    /** A key of the id to look an object up by and the id that never changes. */
    record Compound(String lookupId, String uniqueId) implements Key {
        /** Checks that both ids are there. */
        public Compound {
            requireNonNull(lookupId, "lookupId");
            requireNonNull(uniqueId, "uniqueId");
        }

        @Override
        public void writeTo(JsonGenerator out) {
            out.writeStartObject();
            out.writeStartObject("compound")
                    .write("lookupId", lookupId)
                    .write("uniqueId", uniqueId)
                    .writeEnd();
            out.writeEnd();
        }
    }
}
