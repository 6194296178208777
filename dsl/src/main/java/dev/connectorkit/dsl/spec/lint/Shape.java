package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Located.Kind.ARRAY;
import static dev.connectorkit.dsl.spec.lint.Located.Kind.BOOLEAN;
import static dev.connectorkit.dsl.spec.lint.Located.Kind.NUMBER;
import static dev.connectorkit.dsl.spec.lint.Located.Kind.OBJECT;
import static dev.connectorkit.dsl.spec.lint.Located.Kind.STRING;

import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that the platform documents for one kind of object, and a few that connectors use without its documentation.
 */
final class Shape {
    /** What is said about one member. A missing one is told unless it is optional or another rule looks after it. */
    record Member(@Nullable Kind kind, @Nullable Severity whenMissing) {}

    static final Shape TOP = new Shape("the spec")
            .needs("name", STRING)
            .has("keyType", STRING)
            .needs("commands", ARRAY)
            .has("supportsStatefulCommands", BOOLEAN)
            .has("showDebugLoggingOption", BOOLEAN)
            .has("sourceConfigInitialValues", OBJECT)
            .needs("sourceConfig", ARRAY)
            .has("accountSchema", OBJECT)
            .has("entitlementSchemas", ARRAY)
            .has("accountCreateTemplate", OBJECT)
            .inTheWild("description", "supportsCustomSchemas", "features", "topology", "visibility");

    static final Shape MENU =
            new Shape("a menu").has("type", STRING).needs("label", STRING).needs("items", ARRAY);

    static final Shape SECTION = new Shape("a section")
            .has("type", STRING)
            .has("sectionTitle", STRING)
            .has("sectionHelpMessage", STRING)
            .has("docLinkLabel", STRING)
            .has("docLink", STRING)
            .needs("items", ARRAY);

    private static final Shape ITEM = new Shape("an item")
            .needs("key", STRING)
            .wants("label", STRING)
            .needs("type", STRING)
            .has("required", BOOLEAN)
            .has("parentKey", STRING)
            .has("parentValue", STRING)
            .has("placeholder", STRING)
            .has("helpKey", STRING);

    static final Shape OPTION = new Shape("an option").wants("label", STRING).needs("value", STRING);

    static final Shape KEY_VALUE_PART = new Shape("a part of a keyValue item")
            .needs("key", STRING)
            .wants("label", STRING)
            .has("type", STRING)
            .has("required", BOOLEAN)
            .has("maxlength", STRING);

    static final Shape SUB_MENU = new Shape("a sub-menu").wants("label", STRING).needs("items", ARRAY);

    static final Shape ACCOUNT_SCHEMA = new Shape("the account schema")
            .needs("displayAttribute", STRING)
            .needs("identityAttribute", STRING)
            .has("groupAttribute", STRING)
            .needs("attributes", ARRAY);

    static final Shape ENTITLEMENT_SCHEMA = new Shape("an entitlement schema")
            .needs("type", STRING)
            .needs("displayAttribute", STRING)
            .needs("identityAttribute", STRING)
            .needs("attributes", ARRAY)
            .has("includePermissions", BOOLEAN)
            .inTheWild("groupAttribute", "hierarchyAttribute");

    static final Shape ACCOUNT_ATTRIBUTE = new Shape("an account attribute")
            .needs("name", STRING)
            .needs("type", STRING)
            .has("description", STRING)
            .has("entitlement", BOOLEAN)
            .has("managed", BOOLEAN)
            .has("multi", BOOLEAN)
            .inTheWild("required", "schemaObjectType");

    static final Shape ENTITLEMENT_ATTRIBUTE = new Shape("an entitlement attribute")
            .needs("name", STRING)
            .needs("type", STRING)
            .has("description", STRING)
            .inTheWild("entitlement", "managed", "multi", "required", "schemaObjectType");

    static final Shape TEMPLATE = new Shape("the create template").needs("fields", ARRAY);

    static final Shape FIELD = new Shape("a field")
            .needs("key", STRING)
            .wants("label", STRING)
            .needs("type", STRING)
            .has("required", BOOLEAN)
            .has("initialValue", OBJECT);

    static final Shape INITIAL_VALUE =
            new Shape("an initial value").needs("type", STRING).has("attributes", OBJECT);

    static final Shape IDENTITY_ATTRIBUTE = new Shape("an identity attribute's initial value").has("name", STRING);

    static final Shape STATIC = new Shape("a static initial value").has("value", null);

    static final Shape GENERATOR = new Shape("a generator")
            .has("name", STRING)
            .has("maxSize", NUMBER)
            .has("maxUniqueChecks", NUMBER)
            .has("template", STRING);

    private static final Shape CHOICE = copy(ITEM).has("options", ARRAY);

    private static final Shape KEY_VALUE =
            copy(ITEM).needs("keyValueKey", OBJECT).needs("keyValueValue", OBJECT);

    private static final Shape CARD_LIST = copy(ITEM)
            .needs("titleKey", STRING)
            .wants("subtitleKey", STRING)
            .has("indexKey", STRING)
            .has("buttonLabel", STRING)
            .has("addButton", BOOLEAN)
            .has("editButton", BOOLEAN)
            .has("deleteButton", BOOLEAN)
            .has("copyButton", BOOLEAN)
            .has("dragNDropEnabled", BOOLEAN)
            .needs("subMenus", ARRAY);

    /** What people write for a documented member when they guess its name. */
    static final Map<String, String> GUESSES = Map.ofEntries(
            Map.entry("helpText", "helpKey"),
            Map.entry("help", "helpKey"),
            Map.entry("helpMessage", "helpKey"),
            Map.entry("hint", "helpKey"),
            Map.entry("tooltip", "helpKey"),
            Map.entry("description", "helpKey"),
            Map.entry("name", "key"),
            Map.entry("id", "key"),
            Map.entry("title", "sectionTitle"),
            Map.entry("defaultValue", "sourceConfigInitialValues"),
            Map.entry("default", "sourceConfigInitialValues"),
            Map.entry("initialValue", "sourceConfigInitialValues"),
            Map.entry("value", "sourceConfigInitialValues"),
            Map.entry("values", "options"),
            Map.entry("multiple", "multi"),
            Map.entry("multiValued", "multi"),
            Map.entry("multivalued", "multi"),
            Map.entry("isMulti", "multi"),
            Map.entry("isEntitlement", "entitlement"),
            Map.entry("isRequired", "required"),
            Map.entry("mandatory", "required"),
            Map.entry("entitlementSchema", "entitlementSchemas"),
            Map.entry("sections", "items"),
            Map.entry("fields", "items"));

    private final String words;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private Set<String> undocumentedButUsed = Set.of();

    private Shape(String words) {
        this.words = words;
    }

    private static Shape copy(Shape other) {
        var shape = new Shape(other.words);
        shape.members.putAll(other.members);
        return shape;
    }

    private Shape has(String name, @Nullable Kind kind) {
        return add(name, kind, null);
    }

    private Shape wants(String name, Kind kind) {
        return add(name, kind, Severity.WARNING);
    }

    private Shape needs(String name, Kind kind) {
        return add(name, kind, Severity.ERROR);
    }

    private Shape add(String name, @Nullable Kind kind, @Nullable Severity whenMissing) {
        members.put(name, new Member(kind, whenMissing));
        return this;
    }

    private Shape inTheWild(String... names) {
        undocumentedButUsed = Set.of(names);
        return this;
    }

    static Shape ofItem(String type) {
        return switch (type) {
            case "radio", "select" -> CHOICE;
            case "keyValue" -> KEY_VALUE;
            case "cardList" -> CARD_LIST;
            default -> ITEM;
        };
    }

    String words() {
        return words;
    }

    Map<String, Member> members() {
        return members;
    }

    boolean isUsedInTheWild(String name) {
        return undocumentedButUsed.contains(name);
    }
}
