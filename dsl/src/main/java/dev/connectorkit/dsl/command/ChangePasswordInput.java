package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An account and its new password. The text form of this value leaves the password out.
 *
 * @param identity the account's name on the source
 * @param key the account's key
 * @param password the password to set
 */
public record ChangePasswordInput(
        @Nullable String identity, @Nullable Key key, String password) implements JsonWritable {

    /** Checks that the account is named and the password there. */
    public ChangePasswordInput {
        ObjectMembers.requireName(identity, key);
        requireNonNull(password, "password");
    }

    /** Returns the input that sets the password of the account with a simple key. */
    public static ChangePasswordInput of(String id, String password) {
        return of(Key.simple(id), password);
    }

    /** Returns the input that sets the password of the account with {@code key}. */
    public static ChangePasswordInput of(Key key, String password) {
        return new ChangePasswordInput(key.lookupId(), key, password);
    }

    /** Reads an input. */
    public static ChangePasswordInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new ChangePasswordInput(
                Members.text(object, "identity"),
                Members.optional(object, "key", Key::fromJson),
                Members.requiredText(object, "input", "password"));
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
        out.write("password", password).writeEnd();
    }

    @Override
    public String toString() {
        return "ChangePasswordInput[identity=%s, key=%s]".formatted(identity, key);
    }
}
