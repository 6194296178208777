package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Names one entitlement: the input of entitlement read.
 *
 * @param identity the entitlement's name on the source
 * @param key the entitlement's key
 * @param type the entitlement schema's type, such as {@code group}
 * @param schema the entitlement schema as the platform knows it
 */
public record EntitlementReference(
        @Nullable String identity,
        @Nullable Key key,
        String type,
        @Nullable JsonObject schema) implements JsonWritable {

    /** Checks that the reference names something. */
    public EntitlementReference {
        requireNonNull(type, "type");
        ObjectMembers.requireName(identity, key);
    }

    /** Returns a reference by a simple key. */
    public static EntitlementReference of(String type, String id) {
        return of(type, Key.simple(id));
    }

    /** Returns a reference by a key. */
    public static EntitlementReference of(String type, Key key) {
        return new EntitlementReference(key.lookupId(), key, type, null);
    }

    /** Reads a reference. */
    public static EntitlementReference fromJson(JsonValue json) {
        var object = Members.input(json);
        return new EntitlementReference(
                Members.text(object, "identity"),
                Members.optional(object, "key", Key::fromJson),
                Members.requiredText(object, "input", "type"),
                Members.optionalObject(object, "schema"));
    }

    /** Returns the id to look the entitlement up by: the key's, or else the identity. */
    public String id() {
        return lookupKey().lookupId();
    }

    /** Returns the key, or a simple key made of the identity where the platform sent no key. */
    public Key lookupKey() {
        return ObjectMembers.key(identity, key);
    }

    /**
     * Returns the type asked for, which is one of {@code types}.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if it is not; the message names
     *     it and those there are
     */
    public String requireType(String... types) {
        return ObjectMembers.requireType(type, types);
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeNames(out, identity, null, key);
        out.write("type", type);
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }
}
