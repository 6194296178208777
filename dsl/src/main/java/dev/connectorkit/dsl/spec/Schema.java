package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.spec.SchemaAttribute.Trait;
import dev.connectorkit.filter.Dialect;
import dev.connectorkit.filter.FilterCompiler;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that objects of one kind have: accounts, entitlements of one type, or a dataset.
 *
 * <p>A schema made by a factory derives its identity, display and group attribute from the attributes' roles. One that was
 * read says what the text says, even where that names an attribute the schema lacks. Immutable; safe to share.
 *
 * @since 0.1
 */
public sealed interface Schema {
    /** Returns the attributes in the order they were given. */
    List<SchemaAttribute> attributes();

    /** Returns the name of the attribute that identifies an object, or the empty string when there is none. */
    String identityAttribute();

    /** Returns the name of the attribute people know an object by, or the empty string when there is none. */
    String displayAttribute();

    /** Returns members this model does not know. */
    JsonObject extras();

    /** Returns the attribute of that name, or null. */
    default @Nullable SchemaAttribute attribute(String name) {
        requireNonNull(name, "name");
        return attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns a compiler of filters of the standard dialect that knows this schema's attributes. */
    default FilterCompiler filterCompiler() {
        return filterCompiler(Dialect.STANDARD);
    }

    /** Returns a compiler of filters that knows this schema's attributes. */
    default FilterCompiler filterCompiler(Dialect dialect) {
        var compiler = dialect == Dialect.SDK ? FilterCompiler.sdk() : FilterCompiler.standard();
        for (var attribute : attributes()) {
            var type = attribute.type().filterType();
            compiler = attribute.isMulti()
                    ? compiler.multiValuedAttribute(attribute.name(), type)
                    : compiler.attribute(attribute.name(), type);
        }
        return compiler;
    }

    /** Returns this schema as the platform writes it. */
    default JsonObject toJson() {
        return SpecWriter.schema(this);
    }

    /** Returns the schema of accounts with these attributes. */
    static Account account(SchemaAttribute... attributes) {
        var all = withObviousRoles(attributes, true);
        return new Account(
                all,
                nameOrEmpty(Trait.IDENTITY, all),
                nameOrEmpty(Trait.DISPLAY, all),
                named(Trait.GROUP, all),
                JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns the schema of entitlements of the given type, such as {@code group}. */
    static Entitlement entitlement(String type, SchemaAttribute... attributes) {
        var all = withObviousRoles(attributes, false);
        return new Entitlement(
                type,
                all,
                nameOrEmpty(Trait.IDENTITY, all),
                nameOrEmpty(Trait.DISPLAY, all),
                false,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns the schema of a dataset, such as the machine identities of one kind. */
    static Dataset dataset(String name, String datasetType, String datasetId, SchemaAttribute... attributes) {
        var all = withObviousRoles(attributes, true);
        return new Dataset(
                name,
                datasetType,
                datasetId,
                all,
                nameOrEmpty(Trait.IDENTITY, all),
                nameOrEmpty(Trait.DISPLAY, all),
                named(Trait.GROUP, all),
                JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Reads an account schema; what it does not understand is kept in {@link #extras()}. */
    static Account accountFrom(JsonObject json) {
        return SpecReader.account(requireNonNull(json, "json"));
    }

    /** Reads an entitlement schema; what it does not understand is kept in {@link #extras()}. */
    static Entitlement entitlementFrom(JsonObject json) {
        return SpecReader.entitlement(requireNonNull(json, "json"));
    }

    /** Reads a dataset schema; what it does not understand is kept in {@link #extras()}. */
    static Dataset datasetFrom(JsonObject json) {
        return SpecReader.dataset(requireNonNull(json, "json"));
    }

    /**
     * The schema of accounts.
     *
     * @param attributes the attributes
     * @param identityAttribute the attribute the platform shows as the account's id
     * @param displayAttribute the attribute the platform shows as the account's name
     * @param groupAttribute the attribute that ties accounts to entitlements
     * @param extras members this model does not know
     */
    record Account(
            List<SchemaAttribute> attributes,
            String identityAttribute,
            String displayAttribute,
            @Nullable String groupAttribute,
            JsonObject extras)
            implements Schema {
        static final Account NONE = new Account(List.of(), "", "", null, JsonValue.EMPTY_JSON_OBJECT);

        /** Checks that nothing is null and copies the attributes. */
        public Account {
            attributes = List.copyOf(attributes);
            requireNonNull(identityAttribute, "identityAttribute");
            requireNonNull(displayAttribute, "displayAttribute");
            requireNonNull(extras, "extras");
        }

        /** Returns whether nothing was said about accounts. */
        boolean isNone() {
            // A record's own equals() is linked when it is first called, which a process that starts would wait for.
            return attributes.isEmpty()
                    && identityAttribute.isEmpty()
                    && displayAttribute.isEmpty()
                    && groupAttribute == null
                    && extras.isEmpty();
        }

        /** Adds a member the platform does not document; it is written as it is. */
        public Account with(String member, JsonValue value) {
            return withExtras(Members.with(extras, member, value));
        }

        Account withExtras(JsonObject unknown) {
            return new Account(attributes, identityAttribute, displayAttribute, groupAttribute, unknown);
        }
    }

    /**
     * The schema of entitlements of one type.
     *
     * @param type the entitlement type
     * @param attributes the attributes
     * @param identityAttribute the attribute that identifies an entitlement
     * @param displayAttribute the attribute the platform shows as the entitlement's name
     * @param includesPermissions whether entitlements come with permissions
     * @param extras members this model does not know
     */
    record Entitlement(
            String type,
            List<SchemaAttribute> attributes,
            String identityAttribute,
            String displayAttribute,
            boolean includesPermissions,
            JsonObject extras)
            implements Schema {
        /** Checks that nothing is null and copies the attributes. */
        public Entitlement {
            requireNonNull(type, "type");
            attributes = List.copyOf(attributes);
            requireNonNull(identityAttribute, "identityAttribute");
            requireNonNull(displayAttribute, "displayAttribute");
            requireNonNull(extras, "extras");
        }

        /** Declares that entitlements of this type come with permissions. */
        public Entitlement includePermissions() {
            return new Entitlement(
                    type,
                    attributes,
                    identityAttribute,
                    displayAttribute,
                    true,
                    Members.without(extras, "includePermissions"));
        }

        /** Adds a member the platform does not document, such as {@code hierarchyAttribute}; it is written as it is. */
        public Entitlement with(String member, JsonValue value) {
            return withExtras(Members.with(extras, member, value));
        }

        Entitlement withExtras(JsonObject unknown) {
            return new Entitlement(type, attributes, identityAttribute, displayAttribute, includesPermissions, unknown);
        }
    }

    /**
     * The schema of a dataset, which the platform sends with the commands that list one.
     *
     * @param name the schema's name
     * @param datasetType the kind of dataset
     * @param datasetId the id under which the platform asks for the dataset
     * @param attributes the attributes
     * @param identityAttribute the attribute that identifies an object
     * @param displayAttribute the attribute the platform shows as the object's name
     * @param groupAttribute the attribute that ties objects to entitlements
     * @param extras members this model does not know
     */
    record Dataset(
            String name,
            String datasetType,
            String datasetId,
            List<SchemaAttribute> attributes,
            String identityAttribute,
            String displayAttribute,
            @Nullable String groupAttribute,
            JsonObject extras)
            implements Schema {
        /** Checks that nothing is null and copies the attributes. */
        public Dataset {
            requireNonNull(name, "name");
            requireNonNull(datasetType, "datasetType");
            requireNonNull(datasetId, "datasetId");
            attributes = List.copyOf(attributes);
            requireNonNull(identityAttribute, "identityAttribute");
            requireNonNull(displayAttribute, "displayAttribute");
            requireNonNull(extras, "extras");
        }

        Dataset withExtras(JsonObject unknown) {
            return new Dataset(
                    name,
                    datasetType,
                    datasetId,
                    attributes,
                    identityAttribute,
                    displayAttribute,
                    groupAttribute,
                    unknown);
        }
    }

    /** Gives roles that go without saying, so that attributes and schema agree as they do when read. */
    private static List<SchemaAttribute> withObviousRoles(SchemaAttribute[] attributes, boolean groups) {
        var all = List.of(attributes);
        boolean displayed = all.stream().anyMatch(SchemaAttribute::isDisplay);
        boolean grouped = all.stream().anyMatch(SchemaAttribute::isGroup);
        return all.stream()
                .map(attribute -> {
                    boolean display = !displayed && isOnly(attribute, Trait.IDENTITY, all);
                    return display ? attribute.display() : attribute;
                })
                .map(attribute -> {
                    boolean group = groups && !grouped && isOnly(attribute, Trait.ENTITLEMENT, all);
                    return group && attribute.schemaObjectType() == null ? attribute.group() : attribute;
                })
                .toList();
    }

    private static boolean isOnly(SchemaAttribute attribute, Trait trait, List<SchemaAttribute> among) {
        return attribute.traits().contains(trait)
                && among.stream()
                                .filter(other -> other.traits().contains(trait))
                                .count()
                        == 1;
    }

    private static @Nullable String named(Trait role, List<SchemaAttribute> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.traits().contains(role))
                .map(SchemaAttribute::name)
                .findFirst()
                .orElse(null);
    }

    private static String nameOrEmpty(Trait role, List<SchemaAttribute> attributes) {
        var name = named(role, attributes);
        return name == null ? "" : name;
    }
}
