package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * Returns an account's attributes after all changes, in order; see {@link AttributeChange#applyTo(Object,
     * SchemaAttribute)}. An attribute that
     * the schema lacks holds several values if it did before, or else if the change has several.
     *
     * @param current the attributes before
     * @param schema says which attributes hold several values
     */
    public Attributes applyTo(Map<String, ? extends @Nullable Object> current, Schema schema) {
        var attributes = Attributes.of(current);
        for (var change : changes) {
            var before = attributes.get(change.attribute());
            var declared = schema.attribute(change.attribute());
            var after = declared == null
                    ? change.applyTo(before, before instanceof Collection || (before == null && change.isOfSeveral()))
                    : change.applyTo(before, declared);
            attributes = attributes.with(change.attribute(), after);
        }
        return attributes;
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
