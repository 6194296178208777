package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Names one account: the input of read, delete, enable, disable and unlock. Documented samples leave out either the
 * identity or the key, so {@link #id()} and {@link #lookupKey()} read whichever is there.
 *
 * @param identity the account's name on the source
 * @param key the account's key
 * @param schema the account schema as the platform knows it
 */
public record AccountReference(
        @Nullable String identity,
        @Nullable Key key,
        @Nullable JsonObject schema) implements JsonWritable {

    /** Checks that the reference names something. */
    public AccountReference {
        ObjectMembers.requireName(identity, key);
    }

    /** Returns a reference by a simple key. */
    public static AccountReference of(String id) {
        return of(Key.simple(id));
    }

    /** Returns a reference by a key. */
    public static AccountReference of(Key key) {
        return new AccountReference(key.lookupId(), key, null);
    }

    /** Reads a reference. */
    public static AccountReference fromJson(JsonValue json) {
        var object = Members.input(json);
        return new AccountReference(
                Members.text(object, "identity"),
                Members.optional(object, "key", Key::fromJson),
                Members.optionalObject(object, "schema"));
    }

    /** Returns the id to look the account up by: the key's, or else the identity. */
    public String id() {
        return lookupKey().lookupId();
    }

    /** Returns the key, or a simple key made of the identity where the platform sent no key. */
    public Key lookupKey() {
        return ObjectMembers.key(identity, key);
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeNames(out, identity, null, key);
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }
}
