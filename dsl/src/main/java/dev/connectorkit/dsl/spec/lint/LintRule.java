package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Severity.ERROR;
import static dev.connectorkit.dsl.spec.lint.Severity.INFORMATION;
import static dev.connectorkit.dsl.spec.lint.Severity.WARNING;

/**
 * What the lint looks for. Codes are stable; severities are the usual ones, which a rule may lower where the same thing is
 * harmless.
 *
 * @since 0.1
 */
public enum LintRule {
    /** The text is no JSON. */
    NOT_JSON("not-json", ERROR, "the text is no JSON"),
    /** The text is JSON but no object. */
    NOT_AN_OBJECT("not-an-object", ERROR, "the text is JSON but no object"),
    /** A member occurs twice in one object. */
    DUPLICATE_MEMBER("duplicate-member", ERROR, "an object has a member twice"),
    /** Lines end with CR LF. */
    CRLF_LINE_ENDINGS("crlf-line-endings", INFORMATION, "lines end with CR LF"),

    /** A member the platform requires is missing. */
    MISSING_MEMBER("missing-member", ERROR, "a member the platform requires is missing"),
    /** A member has a value of the wrong JSON type. */
    WRONG_TYPE("wrong-type", ERROR, "a member has a value of the wrong JSON type"),
    /** A required text is blank. */
    BLANK_TEXT("blank-text", ERROR, "a required text is blank"),
    /** A member is not documented. */
    UNDOCUMENTED_MEMBER("undocumented-member", INFORMATION, "a member the platform does not document"),
    /** {@code keyType} is missing. */
    MISSING_KEY_TYPE("missing-key-type", INFORMATION, "`keyType` is missing"),
    /** {@code keyType} is neither of the two. */
    UNKNOWN_KEY_TYPE("unknown-key-type", ERROR, "`keyType` is neither `simple` nor `compound`"),

    /** A command that looks standard but is not. */
    UNKNOWN_COMMAND("unknown-command", ERROR, "a command that looks standard but is none"),
    /** A command is listed twice. */
    DUPLICATE_COMMAND("duplicate-command", WARNING, "a command is listed twice"),
    /** A command of the connector's own. */
    CUSTOM_COMMAND("custom-command", INFORMATION, "a command of the connector's own"),
    /** A command the platform has replaced. */
    DEPRECATED_COMMAND("deprecated-command", WARNING, "a command the platform has replaced"),
    /** The connection cannot be tested. */
    NO_TEST_CONNECTION("no-test-connection", WARNING, "`std:test-connection` is missing"),
    /** No standard command is listed. */
    NO_STANDARD_COMMAND("no-standard-command", INFORMATION, "no standard command is listed"),
    /** Only one of enable and disable. */
    UNPAIRED_ENABLE_DISABLE("unpaired-enable-disable", WARNING, "only one of enable and disable is listed"),
    /** Accounts can be listed but not read. */
    LIST_WITHOUT_READ("list-without-read", INFORMATION, "accounts can be listed but not read one by one"),

    /** An element of the form that is neither menu nor section. */
    UNKNOWN_FORM_ELEMENT("unknown-form-element", ERROR, "an element of the form where the platform expects another"),
    /** A section at the root. */
    ROOT_SECTION("root-section", INFORMATION, "a section at the root, as specs had before there were menus"),
    /** There is no form. */
    EMPTY_FORM("empty-form", INFORMATION, "the form has no menus, or a menu or section has no items"),
    /** A section without a title. */
    NO_SECTION_TITLE("no-section-title", WARNING, "a section has no title"),
    /** A section without a help message. */
    NO_SECTION_HELP("no-section-help", INFORMATION, "a section has no help message"),
    /** An item of a type that does not exist. */
    UNKNOWN_ITEM_TYPE("unknown-item-type", ERROR, "an item has a type the platform does not document"),
    /** Two items share a key and can be shown together. */
    DUPLICATE_KEY("duplicate-key", ERROR, "two items that can be shown together share a key"),
    /** A key with a dot. */
    DOTTED_KEY("dotted-key", INFORMATION, "a key contains a dot"),
    /** A credential that is shown as it is typed. */
    UNMASKED_CREDENTIAL("unmasked-credential", WARNING, "a credential is neither masked nor encrypted"),
    /** A choice without options. */
    NO_OPTIONS("no-options", ERROR, "a radio or select has no options"),
    /** An option occurs twice. */
    DUPLICATE_OPTION("duplicate-option", WARNING, "two options have the same value"),
    /** A card's title is none of its items. */
    UNKNOWN_CARD_KEY("unknown-card-key", ERROR, "a card's title or subtitle names none of its items"),

    /** Half a condition. */
    INCOMPLETE_CONDITION("incomplete-condition", ERROR, "only one of `parentKey` and `parentValue` is there"),
    /** A condition on an item that does not exist. */
    UNKNOWN_PARENT("unknown-parent", ERROR, "`parentKey` names no item in the same form or card"),
    /** A condition that never holds. */
    IMPOSSIBLE_PARENT_VALUE("impossible-parent-value", ERROR, "`parentValue` is no value the parent can have"),
    /** A condition with a value that is no text. */
    PARENT_VALUE_TYPE("parent-value-type", WARNING, "`parentValue` is not a string"),
    /** Items that wait for each other. */
    CIRCULAR_CONDITION("circular-condition", ERROR, "items are shown depending on each other"),
    /** A checkbox as parent. */
    CHECKBOX_PARENT("checkbox-parent", INFORMATION, "a condition on a checkbox, which the platform does not document"),

    /** An initial value for a sub-item of a card. */
    INITIAL_VALUE_OF_CARD_ITEM("initial-value-of-card-item", INFORMATION, "an initial value names a card's sub-item"),
    /** An initial value for nothing. */
    INITIAL_VALUE_WITHOUT_ITEM("initial-value-without-item", WARNING, "an initial value names no item"),
    /** An initial value the item cannot have. */
    INITIAL_VALUE_TYPE("initial-value-type", WARNING, "an initial value does not suit its item"),

    /** A schema without attributes. */
    NO_ATTRIBUTES("no-attributes", WARNING, "a schema has no attributes"),
    /** A type that does not exist. */
    UNKNOWN_ATTRIBUTE_TYPE(
            "unknown-attribute-type", ERROR, "an attribute or field has a type the platform does not know"),
    /** Two attributes of one name. */
    DUPLICATE_ATTRIBUTE("duplicate-attribute", ERROR, "a schema has an attribute twice"),
    /** An attribute without a description. */
    NO_DESCRIPTION("no-description", INFORMATION, "an attribute has no description"),
    /** A role given to an attribute that does not exist. */
    DANGLING_ATTRIBUTE("dangling-attribute", ERROR, "an identity, display or group attribute is not in the schema"),
    /** A group attribute that holds no entitlements. */
    GROUP_ATTRIBUTE_NO_ENTITLEMENT(
            "group-attribute-no-entitlement", WARNING, "the group attribute is not marked as an entitlement"),
    /** Entitlements without a group attribute. */
    NO_GROUP_ATTRIBUTE("no-group-attribute", WARNING, "there are entitlement attributes but no group attribute"),
    /** Several entitlement attributes. */
    SEVERAL_ENTITLEMENT_ATTRIBUTES(
            "several-entitlement-attributes", INFORMATION, "several entitlement attributes share one group attribute"),
    /** An entitlement attribute with one value. */
    SINGLE_VALUED_ENTITLEMENT("single-valued-entitlement", INFORMATION, "an entitlement attribute is not `multi`"),
    /** A managed attribute that is no entitlement. */
    MANAGED_NO_ENTITLEMENT("managed-no-entitlement", WARNING, "an attribute is managed but no entitlement"),
    /** An identity attribute with several values. */
    MULTI_IDENTITY_ATTRIBUTE("multi-identity-attribute", ERROR, "the identity attribute is `multi`"),

    /** An entitlement type other than {@code group}. */
    ENTITLEMENT_TYPE("entitlement-type", INFORMATION, "an entitlement type other than `group`"),
    /** Two schemas of one entitlement type. */
    DUPLICATE_ENTITLEMENT_TYPE("duplicate-entitlement-type", ERROR, "two entitlement schemas have the same type"),
    /** An entitlement schema nothing refers to. */
    UNREFERENCED_ENTITLEMENT_TYPE(
            "unreferenced-entitlement-type", WARNING, "no account attribute holds entitlements of a schema's type"),
    /** An entitlement type without a schema. */
    UNKNOWN_ENTITLEMENT_TYPE(
            "unknown-entitlement-type", WARNING, "an attribute's entitlements are of a type without a schema"),

    /** Account commands without an account schema. */
    NO_ACCOUNT_SCHEMA("no-account-schema", ERROR, "there is no account schema"),
    /** Entitlement commands without an entitlement schema. */
    NO_ENTITLEMENT_SCHEMA("no-entitlement-schema", WARNING, "there are entitlement commands but no entitlement schema"),
    /** Entitlement schemas without a command. */
    UNUSED_ENTITLEMENT_SCHEMA(
            "unused-entitlement-schema", WARNING, "there are entitlement schemas but entitlements cannot be listed"),
    /** Accounts can be created, but with what. */
    NO_CREATE_TEMPLATE("no-create-template", WARNING, "accounts can be created, but there is no create template"),
    /** A template that is never used. */
    UNUSED_CREATE_TEMPLATE(
            "unused-create-template", WARNING, "there is a create template, but accounts cannot be created"),
    /** Entitlements that cannot be granted. */
    MANAGED_WITHOUT_UPDATE(
            "managed-without-update", WARNING, "entitlements are managed, but accounts cannot be updated"),
    /** The flag alone. */
    STATEFUL_WITHOUT_CHECKBOX("stateful-without-checkbox", ERROR, "the stateful flag without its checkbox"),
    /** The checkbox alone. */
    CHECKBOX_WITHOUT_STATEFUL("checkbox-without-stateful", ERROR, "the stateful checkbox without its flag"),

    /** Two fields of one key. */
    DUPLICATE_FIELD("duplicate-field", ERROR, "the create template has a field twice"),
    /** A field that is no attribute. */
    FIELD_NOT_IN_SCHEMA("field-not-in-schema", INFORMATION, "a field of the create template is no account attribute"),
    /** A source of values that does not exist. */
    UNKNOWN_INITIAL_VALUE("unknown-initial-value", ERROR, "a field's initial value has an unknown type"),
    /** An initial value that lacks what its type needs. */
    INCOMPLETE_INITIAL_VALUE("incomplete-initial-value", ERROR, "a field's initial value lacks what its type needs"),
    /** A generator that is not documented. */
    UNKNOWN_GENERATOR("unknown-generator", WARNING, "a generator the platform does not document"),
    /** A unique id that cannot become unique. */
    NO_UNIQUE_COUNTER("no-unique-counter", WARNING, "the template of a unique account id has no counter"),
    /** A static value that is no text. */
    STATIC_VALUE_TYPE("static-value-type", WARNING, "a static value is not a string"),
    /** A static value that is empty. */
    EMPTY_STATIC_VALUE("empty-static-value", WARNING, "a static value is empty"),
    /** The identity attribute is not filled. */
    IDENTITY_NOT_IN_TEMPLATE(
            "identity-not-in-template", INFORMATION, "the identity attribute is no field of the create template");

    private final String code;
    private final Severity severity;
    private final String summary;

    LintRule(String code, Severity severity, String summary) {
        this.code = code;
        this.severity = severity;
        this.summary = summary;
    }

    /** Returns the code, which stays the same from release to release. */
    public String code() {
        return code;
    }

    /** Returns the usual severity. */
    public Severity severity() {
        return severity;
    }

    /** Returns in one line what the rule finds. */
    public String summary() {
        return summary;
    }
}
