package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group, role or other right as entitlement list and read send it. Immutable; every {@code with…} returns a new
 * value.
 *
 * @param identity the entitlement's name on the source
 * @param uuid the id that never changes, where the source has one beside the name
 * @param key the key, of the type that the connector declares
 * @param type the entitlement schema's type, such as {@code group}
 * @param deleted whether a delta run reports that the entitlement is gone; null where nothing is said
 * @param attributes the attributes that the entitlement schema declares
 * @param permissions rights on targets
 */
public record Entitlement(
        @Nullable String identity,
        @Nullable String uuid,
        @Nullable Key key,
        String type,
        @Nullable Boolean deleted,
        Attributes attributes,
        List<Permission> permissions)
        implements JsonWritable {

    /** Checks and copies. */
    public Entitlement {
        requireNonNull(type, "type");
        requireNonNull(attributes, "attributes");
        permissions = List.copyOf(permissions);
    }

    /** Returns an entitlement with a simple key, without attributes. */
    public static Entitlement of(String type, String id) {
        return of(type, Key.simple(id));
    }

    /** Returns an entitlement without attributes, named as {@link Account#of(Key)} names accounts. */
    public static Entitlement of(String type, Key key) {
        var uuid = key instanceof Key.Compound compound ? compound.uniqueId() : null;
        return new Entitlement(key.lookupId(), uuid, key, type, null, Attributes.empty(), List.of());
    }

    /** Returns what a delta run sends for an entitlement that is gone. */
    public static Entitlement deletion(String type, Key key) {
        return of(type, key).withDeleted(true);
    }

    /** Returns this entitlement with one attribute set. */
    public Entitlement with(String attribute, @Nullable Object value) {
        return withAttributes(attributes.with(attribute, value));
    }

    /** Returns this entitlement with these attributes instead of its own. */
    public Entitlement withAttributes(Map<String, ? extends @Nullable Object> attributes) {
        return new Entitlement(identity, uuid, key, type, deleted, Attributes.of(attributes), permissions);
    }

    /** Returns this entitlement with another name on the source. */
    public Entitlement withIdentity(@Nullable String identity) {
        return new Entitlement(identity, uuid, key, type, deleted, attributes, permissions);
    }

    /** Returns this entitlement with another unchanging id. */
    public Entitlement withUuid(@Nullable String uuid) {
        return new Entitlement(identity, uuid, key, type, deleted, attributes, permissions);
    }

    /** Returns this entitlement, gone or not. */
    public Entitlement withDeleted(boolean deleted) {
        return new Entitlement(identity, uuid, key, type, deleted, attributes, permissions);
    }

    /** Returns this entitlement with these permissions instead of its own. */
    public Entitlement withPermissions(List<Permission> permissions) {
        return new Entitlement(identity, uuid, key, type, deleted, attributes, permissions);
    }

    /**
     * Reads an entitlement.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if {@code type} is missing or a
     *     member has another type than documented
     */
    public static Entitlement fromJson(JsonValue json) {
        var object = Members.object(json, "an entitlement");
        return new Entitlement(
                Members.text(object, "identity"),
                Members.text(object, "uuid"),
                Members.optional(object, "key", Key::fromJson),
                Members.requiredText(object, "entitlement", "type"),
                Members.optionalFlag(object, "deleted"),
                Members.attributes(object),
                Members.list(object, "permissions", Permission::fromJson));
    }

    /**
     * Returns the id to look the entitlement up by: the key's, or else the identity.
     *
     * @throws IllegalStateException if neither is there
     */
    public String id() {
        var id = key == null ? identity : key.lookupId();
        if (id == null) {
            throw new IllegalStateException("this entitlement has neither key nor identity");
        }
        return id;
    }

    /** Returns whether this says that the entitlement is gone. */
    public boolean isDeleted() {
        return Boolean.TRUE.equals(deleted);
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeNames(out, identity, uuid, key);
        out.write("type", type);
        ObjectMembers.writeIfPresent(out, "deleted", deleted);
        out.writeKey("attributes");
        attributes.writeTo(out);
        ObjectMembers.writeList(out, "permissions", permissions);
        out.writeEnd();
    }
}
