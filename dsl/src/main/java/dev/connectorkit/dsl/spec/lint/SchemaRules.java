package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.list;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules about the attributes of schemas and the roles they play. */
final class SchemaRules {
    private static final List<String> TYPES = List.of("string", "boolean", "long", "int");

    /** What people write for an attribute type when they guess it. */
    private static final Map<String, String> TYPE_GUESSES = Map.of(
            "text", "string",
            "str", "string",
            "date", "string",
            "datetime", "string",
            "array", "string",
            "list", "string",
            "bool", "boolean",
            "integer", "int",
            "number", "int",
            "float", "string");

    private SchemaRules() {}

    static void attributes(SpecView spec, Findings findings) {
        for (var schema : spec.schemas()) {
            if (schema.has("attributes") && schema.at("attributes").elements().isEmpty()) {
                boolean discovered = schema == spec.accountSchema() && spec.discoversSchema();
                findings.add(
                        LintRule.NO_ATTRIBUTES,
                        discovered ? Severity.INFORMATION : Severity.WARNING,
                        schema.at("attributes"),
                        name(spec, schema) + " has no attributes" + (discovered ? " until they are discovered" : ""),
                        discovered ? null : "add at least the identity attribute");
            }
        }
    }

    static void types(SpecView spec, Findings findings) {
        var typed = new ArrayList<Located>();
        spec.schemas().forEach(schema -> typed.addAll(schema.objects("attributes")));
        typed.addAll(spec.fields());
        for (var attribute : typed) {
            var type = attribute.text("type");
            if (!type.isBlank() && !TYPES.contains(type)) {
                var guess = TYPE_GUESSES.get(type.toLowerCase(Locale.ROOT));
                var name = attribute.text(attribute.has("name") ? "name" : "key");
                findings.add(
                        LintRule.UNKNOWN_ATTRIBUTE_TYPE,
                        attribute.at("type"),
                        quoted(name) + " has the type " + quoted(type) + ", which the platform does not know",
                        guess == null ? didYouMean(type, TYPES, "use one of " + list(TYPES)) : "use " + quoted(guess));
            }
        }
    }

    static void duplicates(SpecView spec, Findings findings) {
        for (var schema : spec.schemas()) {
            var seen = new HashSet<String>();
            for (var attribute : schema.objects("attributes")) {
                var name = attribute.text("name");
                if (!name.isEmpty() && !seen.add(name)) {
                    findings.add(
                            LintRule.DUPLICATE_ATTRIBUTE,
                            attribute.at("name"),
                            name(spec, schema) + " has the attribute " + quoted(name) + " twice",
                            "remove one");
                }
            }
        }
    }

    static void descriptions(SpecView spec, Findings findings) {
        for (var schema : spec.schemas()) {
            for (var attribute : schema.objects("attributes")) {
                if (attribute.text("description").isBlank()) {
                    findings.add(
                            LintRule.NO_DESCRIPTION,
                            attribute,
                            quoted(attribute.text("name")) + " has no description",
                            "say what it means to those who review accounts");
                }
            }
        }
    }

    static void roles(SpecView spec, Findings findings) {
        for (var schema : spec.schemas()) {
            for (var role : List.of("identityAttribute", "displayAttribute", "groupAttribute")) {
                role(spec, schema, role, findings);
            }
        }
    }

    private static void role(SpecView spec, Located schema, String role, Findings findings) {
        var named = schema.get(role);
        var names = SpecView.texts(schema.objects("attributes"), "name");
        if (named == null || !named.is(Located.Kind.STRING) || names.contains(named.scalar())) {
            return;
        }
        if (role.equals("groupAttribute") && named.scalar().isBlank()) {
            return;
        }
        // A schema that is discovered is filled in at the source; until then its roles can name nothing.
        boolean discovered = names.isEmpty() && schema == spec.accountSchema() && spec.discoversSchema();
        findings.add(
                LintRule.DANGLING_ATTRIBUTE,
                discovered ? Severity.INFORMATION : Severity.ERROR,
                named,
                quoted(role) + " of " + name(spec, schema)
                        + (named.scalar().isBlank()
                                ? " is blank"
                                : " is " + quoted(named.scalar()) + ", which is none of its attributes"),
                names.isEmpty() ? null : didYouMean(named.scalar(), names, "name one of " + list(names)));
    }

    static void groupAttribute(SpecView spec, Findings findings) {
        var schema = spec.accountSchema();
        if (schema == null || schema.text("groupAttribute").isBlank()) {
            return;
        }
        var group = schema.text("groupAttribute");
        for (var attribute : spec.accountAttributes()) {
            if (attribute.text("name").equals(group) && !attribute.isTrue("entitlement")) {
                findings.add(
                        LintRule.GROUP_ATTRIBUTE_NO_ENTITLEMENT,
                        schema.at("groupAttribute"),
                        "`groupAttribute` is " + quoted(group) + ", which is no entitlement attribute",
                        "name the attribute that holds entitlements, or give it \"entitlement\": true");
            }
        }
        var entitlements = spec.entitlementAttributes();
        if (entitlements.size() > 1) {
            findings.add(
                    LintRule.SEVERAL_ENTITLEMENT_ATTRIBUTES,
                    schema.at("groupAttribute"),
                    "there are several entitlement attributes (" + list(SpecView.texts(entitlements, "name"))
                            + "), and one of them is the group attribute",
                    null);
        }
    }

    static void noGroupAttribute(SpecView spec, Findings findings) {
        var schema = spec.accountSchema();
        var entitlements = spec.entitlementAttributes();
        if (schema == null
                || entitlements.isEmpty()
                || !schema.text("groupAttribute").isBlank()) {
            return;
        }
        // An attribute with a type of its own does not need the schema's group attribute.
        boolean typed = entitlements.stream()
                .noneMatch(it -> it.text("schemaObjectType").isEmpty());
        findings.add(
                LintRule.NO_GROUP_ATTRIBUTE,
                typed ? Severity.INFORMATION : Severity.WARNING,
                schema,
                "the account schema has entitlement attributes (" + list(SpecView.texts(entitlements, "name"))
                        + ") but no `groupAttribute`",
                typed
                        ? null
                        : "add \"groupAttribute\": \"" + entitlements.get(0).text("name") + "\"");
    }

    static void entitlementAttributes(SpecView spec, Findings findings) {
        for (var attribute : spec.entitlementAttributes()) {
            if (!attribute.isTrue("multi")) {
                findings.add(
                        LintRule.SINGLE_VALUED_ENTITLEMENT,
                        attribute,
                        quoted(attribute.text("name")) + " holds entitlements, but only one at a time",
                        "add \"multi\": true if an account can have several");
            }
        }
        for (var attribute : spec.accountAttributes()) {
            if (attribute.isTrue("managed") && !attribute.isTrue("entitlement")) {
                findings.add(
                        LintRule.MANAGED_NO_ENTITLEMENT,
                        attribute.at("managed"),
                        quoted(attribute.text("name")) + " is managed, but only entitlements can be",
                        "add \"entitlement\": true, or remove `managed`");
            }
        }
    }

    static void identityAttribute(SpecView spec, Findings findings) {
        for (var schema : spec.schemas()) {
            for (var attribute : schema.objects("attributes")) {
                boolean identifies = attribute.text("name").equals(schema.text("identityAttribute"));
                if (identifies && attribute.isTrue("multi")) {
                    findings.add(
                            LintRule.MULTI_IDENTITY_ATTRIBUTE,
                            attribute.at("multi"),
                            quoted(attribute.text("name")) + " identifies an object, so it cannot have several values",
                            "remove `multi`");
                }
            }
        }
    }

    private static String name(SpecView spec, Located schema) {
        return schema == spec.accountSchema()
                ? "the account schema"
                : "the entitlement schema " + quoted(schema.text("type"));
    }
}
