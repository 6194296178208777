package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as list, read, create, update, enable, disable, unlock and authenticate send it. Immutable; every
 * {@code with…} returns a new value.
 *
 * @param identity the account's name on the source
 * @param uuid the id that never changes, where the source has one beside the name
 * @param key the key, of the type that the connector declares
 * @param disabled whether the account may not be used; null if the source does not say
 * @param locked whether the account is locked out; null if the source does not say
 * @param deleted whether a delta run reports that the account is gone; null, as the next two, where nothing is said
 * @param incomplete whether more about this account follows
 * @param finalUpdate whether this completes an account sent as incomplete
 * @param attributes the attributes that the account schema declares
 * @param permissions rights on targets
 * @param results what became of single attributes in a create or update
 */
public record Account(
        @Nullable String identity,
        @Nullable String uuid,
        @Nullable Key key,
        @Nullable Boolean disabled,
        @Nullable Boolean locked,
        @Nullable Boolean deleted,
        @Nullable Boolean incomplete,
        @Nullable Boolean finalUpdate,
        Attributes attributes,
        List<Permission> permissions,
        List<AttributeResult> results)
        implements JsonWritable {

    private static final Account UNCHANGED =
            new Account(null, null, null, null, null, null, null, null, Attributes.empty(), List.of(), List.of());

    /** Checks and copies. */
    public Account {
        requireNonNull(attributes, "attributes");
        permissions = List.copyOf(permissions);
        results = List.copyOf(results);
    }

    /** Returns an account with a simple key, without attributes. */
    public static Account of(String id) {
        return of(Key.simple(id));
    }

    /**
     * Returns an account without attributes. Its identity is the key's lookup id, and a compound key's unique id is its
     * uuid.
     */
    public static Account of(Key key) {
        var uuid = key instanceof Key.Compound compound ? compound.uniqueId() : null;
        return new Account(
                key.lookupId(), uuid, key, null, null, null, null, null, Attributes.empty(), List.of(), List.of());
    }

    /** Returns what a delta run sends for an account that is gone. */
    public static Account deletion(Key key) {
        return of(key).withDeleted(true);
    }

    /** Returns what an update sends when it changed nothing: {@code {}}. */
    public static Account unchanged() {
        return UNCHANGED;
    }

    /** Returns this account with one attribute set. */
    public Account with(String attribute, @Nullable Object value) {
        return withAttributes(attributes.with(attribute, value));
    }

    /** Returns this account with these attributes instead of its own. */
    public Account withAttributes(Map<String, ? extends @Nullable Object> attributes) {
        var draft = new Draft(this);
        draft.attributes = Attributes.of(attributes);
        return draft.account();
    }

    /** Returns this account with another name on the source. */
    public Account withIdentity(@Nullable String identity) {
        var draft = new Draft(this);
        draft.identity = identity;
        return draft.account();
    }

    /** Returns this account with another unchanging id. */
    public Account withUuid(@Nullable String uuid) {
        var draft = new Draft(this);
        draft.uuid = uuid;
        return draft.account();
    }

    /** Returns this account, disabled or not. */
    public Account withDisabled(boolean disabled) {
        var draft = new Draft(this);
        draft.disabled = disabled;
        return draft.account();
    }

    /** Returns this account, locked or not. */
    public Account withLocked(boolean locked) {
        var draft = new Draft(this);
        draft.locked = locked;
        return draft.account();
    }

    /** Returns this account, gone or not. */
    public Account withDeleted(boolean deleted) {
        var draft = new Draft(this);
        draft.deleted = deleted;
        return draft.account();
    }

    /** Returns this account, with more about it to follow or not. */
    public Account withIncomplete(boolean incomplete) {
        var draft = new Draft(this);
        draft.incomplete = incomplete;
        return draft.account();
    }

    /** Returns this account, completing one sent as incomplete or not. */
    public Account withFinalUpdate(boolean finalUpdate) {
        var draft = new Draft(this);
        draft.finalUpdate = finalUpdate;
        return draft.account();
    }

    /** Returns this account with these permissions instead of its own. */
    public Account withPermissions(List<Permission> permissions) {
        var draft = new Draft(this);
        draft.permissions = permissions;
        return draft.account();
    }

    /** Returns this account with these results instead of its own. */
    public Account withResults(List<AttributeResult> results) {
        var draft = new Draft(this);
        draft.results = results;
        return draft.account();
    }

    /** Reads an account; absent members are what {@link #unchanged()} holds. */
    public static Account fromJson(JsonValue json) {
        var object = Members.object(json, "an account");
        return new Account(
                Members.text(object, "identity"),
                Members.text(object, "uuid"),
                Members.optional(object, "key", Key::fromJson),
                Members.optionalFlag(object, "disabled"),
                Members.optionalFlag(object, "locked"),
                Members.optionalFlag(object, "deleted"),
                Members.optionalFlag(object, "incomplete"),
                Members.optionalFlag(object, "finalUpdate"),
                Members.attributes(object),
                Members.list(object, "permissions", Permission::fromJson),
                Members.list(object, "results", AttributeResult::fromJson));
    }

    /**
     * Returns the id to look the account up by: the key's, or else the identity.
     *
     * @throws IllegalStateException if neither is there, as in {@link #unchanged()}
     */
    public String id() {
        var id = key == null ? identity : key.lookupId();
        if (id == null) {
            throw new IllegalStateException("this account has neither key nor identity");
        }
        return id;
    }

    /** Returns whether this says that the account is gone. */
    public boolean isDeleted() {
        return Boolean.TRUE.equals(deleted);
    }

    /**
     * Returns what an update answers that found {@code before} and left this: {@link #unchanged()} if they are equal as
     * JSON, where {@code 1} is {@code 1} whatever class holds it.
     */
    public Account unlessEqualTo(Account before) {
        return JsonEquality.equal(Json.toValue(this::writeTo), Json.toValue(before::writeTo)) ? unchanged() : this;
    }

    @Override
    public void writeTo(JsonGenerator out) {
        write(out, identity != null || key != null || !attributes.isEmpty());
    }

    /** Writes what an update sends: every member is optional there, {@code attributes} too. */
    void writeUpdateTo(JsonGenerator out) {
        write(out, !attributes.isEmpty());
    }

    private void write(JsonGenerator out, boolean withAttributes) {
        out.writeStartObject();
        ObjectMembers.writeNames(out, identity, uuid, key);
        ObjectMembers.writeIfPresent(out, "disabled", disabled);
        ObjectMembers.writeIfPresent(out, "locked", locked);
        ObjectMembers.writeIfPresent(out, "deleted", deleted);
        ObjectMembers.writeIfPresent(out, "incomplete", incomplete);
        ObjectMembers.writeIfPresent(out, "finalUpdate", finalUpdate);
        if (withAttributes) {
            out.writeKey("attributes");
            attributes.writeTo(out);
        }
        ObjectMembers.writeList(out, "permissions", permissions);
        ObjectMembers.writeList(out, "results", results);
        out.writeEnd();
    }

    /** A copy that one member of can be changed before it becomes an account again. */
    private static final class Draft {
        private @Nullable String identity;
        private @Nullable String uuid;
        private final @Nullable Key key;
        private @Nullable Boolean disabled;
        private @Nullable Boolean locked;
        private @Nullable Boolean deleted;
        private @Nullable Boolean incomplete;
        private @Nullable Boolean finalUpdate;
        private Attributes attributes;
        private List<Permission> permissions;
        private List<AttributeResult> results;

        private Draft(Account account) {
            identity = account.identity;
            uuid = account.uuid;
            key = account.key;
            disabled = account.disabled;
            locked = account.locked;
            deleted = account.deleted;
            incomplete = account.incomplete;
            finalUpdate = account.finalUpdate;
            attributes = account.attributes;
            permissions = account.permissions;
            results = account.results;
        }

        private Account account() {
            return new Account(
                    identity,
                    uuid,
                    key,
                    disabled,
                    locked,
                    deleted,
                    incomplete,
                    finalUpdate,
                    attributes,
                    permissions,
                    results);
        }
    }
}
