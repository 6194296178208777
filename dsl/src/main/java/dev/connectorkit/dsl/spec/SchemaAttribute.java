package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a schema, with the roles it plays there.
 *
 * <p>The factories take what every attribute has; each modifier returns a new value. A role is a modifier too, so a schema's
 * {@code identityAttribute}, {@code displayAttribute} and {@code groupAttribute} are derived and cannot name an attribute
 * that does not exist:
 *
 * <pre>{@code
 * string("id", "Record id").identity()
 * string("groups", "Group memberships").multi().entitlement().managed()
 * }</pre>
 *
 * @param name the attribute's name as it appears in the platform
 * @param type the type of its values; with {@link #multi()}, of each of them
 * @param description a note for source owners
 * @param schemaObjectType the entitlement type this attribute's values belong to, where it is not the group attribute's
 * @param traits the flags and roles
 * @param extras members this model does not know, written as they are
 * @since 0.1
 */
public record SchemaAttribute(
        String name,
        AttributeType type,
        @Nullable String description,
        @Nullable String schemaObjectType,
        Set<Trait> traits,
        JsonObject extras) {

    /** A flag of an attribute, or a role it plays in its schema. */
    public enum Trait {
        /** Identifies the object: the schema's {@code identityAttribute}. */
        IDENTITY,
        /** Names the object to people: the schema's {@code displayAttribute}. */
        DISPLAY,
        /** Holds the object's entitlements: the schema's {@code groupAttribute}. */
        GROUP,
        /** Has to be given. */
        REQUIRED,
        /** Holds several values. */
        MULTI,
        /** Its values are entitlements. */
        ENTITLEMENT,
        /** The platform may grant and revoke its values. */
        MANAGED
    }

    /** Checks that nothing is null and copies the traits. */
    public SchemaAttribute {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        traits = Set.copyOf(traits);
        requireNonNull(extras, "extras");
    }

    /** Returns an attribute that holds text. */
    public static SchemaAttribute string(String name, String description) {
        return of(name, AttributeType.STRING, requireNonNull(description, "description"));
    }

    /** Returns an attribute that holds text. */
    public static SchemaAttribute string(String name) {
        return of(name, AttributeType.STRING, null);
    }

    /** Returns an attribute that is true or false. */
    public static SchemaAttribute bool(String name, String description) {
        return of(name, AttributeType.BOOLEAN, requireNonNull(description, "description"));
    }

    /** Returns an attribute that is true or false. */
    public static SchemaAttribute bool(String name) {
        return of(name, AttributeType.BOOLEAN, null);
    }

    /** Returns an attribute that holds an integer of up to 32 bits, which the platform calls {@code int}. */
    public static SchemaAttribute integer(String name, String description) {
        return of(name, AttributeType.INT, requireNonNull(description, "description"));
    }

    /** Returns an attribute that holds an integer of up to 32 bits, which the platform calls {@code int}. */
    public static SchemaAttribute integer(String name) {
        return of(name, AttributeType.INT, null);
    }

    /** Returns an attribute that holds an integer of up to 64 bits, which the platform calls {@code long}. */
    public static SchemaAttribute longInteger(String name, String description) {
        return of(name, AttributeType.LONG, requireNonNull(description, "description"));
    }

    /** Returns an attribute that holds an integer of up to 64 bits, which the platform calls {@code long}. */
    public static SchemaAttribute longInteger(String name) {
        return of(name, AttributeType.LONG, null);
    }

    private static SchemaAttribute of(String name, AttributeType type, @Nullable String description) {
        return new SchemaAttribute(name, type, description, null, Set.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Marks the attribute that identifies the object, for good and uniquely; a schema has exactly one. */
    public SchemaAttribute identity() {
        return with(Trait.IDENTITY);
    }

    /** Marks the attribute people know the object by; without one, the identity attribute is shown. */
    public SchemaAttribute display() {
        return with(Trait.DISPLAY);
    }

    /**
     * Marks the account attribute that holds the account's entitlements. A single {@linkplain #entitlement() entitlement
     * attribute} is taken without it.
     */
    public SchemaAttribute group() {
        return with(Trait.GROUP);
    }

    /** Marks an attribute that holds several values. */
    public SchemaAttribute multi() {
        return with(Trait.MULTI);
    }

    /** Marks an attribute whose values are entitlements. */
    public SchemaAttribute entitlement() {
        return with(Trait.ENTITLEMENT);
    }

    /**
     * Marks an attribute whose values are entitlements of the given type.
     *
     * @param schemaType the type of an entitlement schema of the same connector
     */
    public SchemaAttribute entitlement(String schemaType) {
        requireNonNull(schemaType, "schemaType");
        var marked = with(Trait.ENTITLEMENT);
        return new SchemaAttribute(
                name, type, description, schemaType, marked.traits, Members.without(marked.extras, "schemaObjectType"));
    }

    /** Marks an entitlement attribute whose values the platform may grant and revoke. */
    public SchemaAttribute managed() {
        return with(Trait.MANAGED);
    }

    /** Marks an attribute that has to be given. */
    public SchemaAttribute required() {
        return with(Trait.REQUIRED);
    }

    /** Adds a member the platform does not document; it is written as it is. */
    public SchemaAttribute with(String member, JsonValue value) {
        return withExtras(Members.with(extras, member, value));
    }

    /** Tells whether this attribute identifies the object. */
    public boolean isIdentity() {
        return traits.contains(Trait.IDENTITY);
    }

    /** Tells whether people know the object by this attribute. */
    public boolean isDisplay() {
        return traits.contains(Trait.DISPLAY);
    }

    /** Tells whether this attribute holds the account's entitlements. */
    public boolean isGroup() {
        return traits.contains(Trait.GROUP);
    }

    /** Tells whether a value has to be given. */
    public boolean isRequired() {
        return traits.contains(Trait.REQUIRED);
    }

    /** Tells whether there can be several values. */
    public boolean isMulti() {
        return traits.contains(Trait.MULTI);
    }

    /** Tells whether the values are entitlements. */
    public boolean isEntitlement() {
        return traits.contains(Trait.ENTITLEMENT);
    }

    /** Tells whether the platform may grant and revoke the values. */
    public boolean isManaged() {
        return traits.contains(Trait.MANAGED);
    }

    SchemaAttribute with(Trait trait) {
        var more = EnumSet.of(trait);
        more.addAll(traits);
        return new SchemaAttribute(
                name,
                type,
                description,
                schemaObjectType,
                more,
                Members.without(extras, trait.name().toLowerCase(Locale.ROOT)));
    }

    SchemaAttribute withExtras(JsonObject unknown) {
        return new SchemaAttribute(name, type, description, schemaObjectType, traits, unknown);
    }
}
