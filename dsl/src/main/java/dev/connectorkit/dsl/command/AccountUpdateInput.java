package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes to make to one account, in order.
 *
 * @param identity the account's name on the source
 * @param key the account's key
 * @param changes what to change
 * @param schema the account schema as the platform knows it
 */
public record AccountUpdateInput(
        @Nullable String identity,
        @Nullable Key key,
        List<AttributeChange> changes,
        @Nullable JsonObject schema) implements JsonWritable {

    /** Checks that the account is named, and copies. */
    public AccountUpdateInput {
        ObjectMembers.requireName(identity, key);
        changes = List.copyOf(changes);
    }

    /** Returns the input that makes {@code changes} to the account with a simple key. */
    public static AccountUpdateInput of(String id, AttributeChange... changes) {
        return of(Key.simple(id), changes);
    }

    /** Returns the input that makes {@code changes} to the account with {@code key}. */
    public static AccountUpdateInput of(Key key, AttributeChange... changes) {
        return new AccountUpdateInput(key.lookupId(), key, List.of(changes), null);
    }

    /** Reads an input. */
    public static AccountUpdateInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new AccountUpdateInput(
                Members.text(object, "identity"),
                Members.optional(object, "key", Key::fromJson),
                Members.list(object, "changes", AttributeChange::fromJson),
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
        out.writeStartArray("changes");
        for (var change : changes) {
            change.writeTo(out);
        }
        out.writeEnd();
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }
}
