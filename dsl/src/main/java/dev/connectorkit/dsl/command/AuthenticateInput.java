package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who says who they are. The text form of this value leaves the password out.
 *
 * @param identity the account's name on the source, where the platform knows it
 * @param key the account's key, where the platform knows it
 * @param username the name that was typed
 * @param password the password that was typed
 * @param options anything the platform adds
 * @param schema the account schema as the platform knows it
 */
public record AuthenticateInput(
        @Nullable String identity,
        @Nullable Key key,
        String username,
        String password,
        @Nullable JsonValue options,
        @Nullable JsonObject schema)
        implements JsonWritable {

    /** Checks that name and password are there. */
    public AuthenticateInput {
        requireNonNull(username, "username");
        requireNonNull(password, "password");
    }

    /** Returns the input that checks a name and a password. */
    public static AuthenticateInput of(String username, String password) {
        return new AuthenticateInput(null, null, username, password, null, null);
    }

    /** Reads an input. */
    public static AuthenticateInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new AuthenticateInput(
                Members.text(object, "identity"),
                Members.optional(object, "key", Key::fromJson),
                Members.requiredText(object, "input", "username"),
                Members.requiredText(object, "input", "password"),
                Members.value(object, "options"),
                Members.optionalObject(object, "schema"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeNames(out, identity, null, key);
        out.write("username", username).write("password", password);
        ObjectMembers.writeIfPresent(out, "options", options);
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }

    @Override
    public String toString() {
        return "AuthenticateInput[identity=%s, key=%s, username=%s]".formatted(identity, key, username);
    }
}
