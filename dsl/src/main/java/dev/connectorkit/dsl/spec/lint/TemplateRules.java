package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.list;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.spec.TemplateField;
import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Rules about the create template: its fields, and where their values come from. */
final class TemplateRules {
    private static final List<String> SOURCES = List.of("identityAttribute", "static", "generator");
    private static final List<String> GENERATORS =
            List.of(TemplateField.CREATE_PASSWORD, TemplateField.CREATE_UNIQUE_ACCOUNT_ID);

    /** The member without which a source of values says nothing. */
    private static final Map<String, String> NEEDED =
            Map.of("identityAttribute", "name", "static", "value", "generator", "name");

    private TemplateRules() {}

    static void duplicates(SpecView spec, Findings findings) {
        var seen = new HashSet<String>();
        for (var field : spec.fields()) {
            var key = field.text("key");
            if (!key.isEmpty() && !seen.add(key)) {
                findings.add(
                        LintRule.DUPLICATE_FIELD,
                        field.at("key"),
                        "the create template has the field " + quoted(key) + " twice",
                        "remove one");
            }
        }
    }

    /** A generated value, such as a first password, is sent to the source and never read back as an attribute. */
    static void inSchema(SpecView spec, Findings findings) {
        var names = SpecView.texts(spec.accountAttributes(), "name");
        if (names.isEmpty()) {
            return;
        }
        for (var field : spec.fields()) {
            var key = field.text("key");
            boolean generated = field.at("initialValue").text("type").equals("generator");
            if (!key.isEmpty() && !generated && !names.contains(key)) {
                findings.add(
                        LintRule.FIELD_NOT_IN_SCHEMA,
                        field.at("key"),
                        "the field " + quoted(key) + " is no account attribute",
                        didYouMean(key, names, null));
            }
        }
    }

    static void identity(SpecView spec, Findings findings) {
        var schema = spec.accountSchema();
        if (schema == null || spec.fields().isEmpty()) {
            return;
        }
        var identity = schema.text("identityAttribute");
        if (!identity.isEmpty() && !SpecView.texts(spec.fields(), "key").contains(identity)) {
            findings.add(
                    LintRule.IDENTITY_NOT_IN_TEMPLATE,
                    spec.root().at("accountCreateTemplate"),
                    "the identity attribute " + quoted(identity)
                            + " is no field of the create template, so the connector has to find it itself",
                    null);
        }
    }

    static void sources(SpecView spec, Findings findings) {
        for (var field : spec.fields()) {
            var source = field.get("initialValue");
            if (source == null || !source.is(Kind.OBJECT)) {
                continue;
            }
            var type = source.text("type");
            if (!type.isEmpty() && !SOURCES.contains(type)) {
                findings.add(
                        LintRule.UNKNOWN_INITIAL_VALUE,
                        source.at("type"),
                        quoted(field.text("key")) + " takes its value from " + quoted(type)
                                + ", which the platform does not know",
                        didYouMean(type, SOURCES, "use one of " + list(SOURCES)));
            } else if (!type.isEmpty()) {
                source(field, source, findings);
            }
        }
    }

    private static void source(Located field, Located source, Findings findings) {
        var type = source.text("type");
        var attributes = source.at("attributes");
        var needed = NEEDED.getOrDefault(type, "name");
        boolean blank = needed.equals("name") && attributes.text("name").isBlank();
        if (attributes == source || !attributes.has(needed) || blank) {
            findings.add(
                    LintRule.INCOMPLETE_INITIAL_VALUE,
                    attributes,
                    quoted(field.text("key")) + " has an initial value of type " + quoted(type) + " without "
                            + quoted("attributes." + needed),
                    "add \"attributes\": {\"" + needed + "\": …}");
        } else if (type.equals("static")) {
            fixed(field, attributes.at("value"), findings);
        } else if (type.equals("generator")) {
            generator(field, attributes, findings);
        }
    }

    private static void fixed(Located field, Located value, Findings findings) {
        if (!value.is(Kind.STRING)) {
            findings.add(
                    LintRule.STATIC_VALUE_TYPE,
                    value,
                    "the static value of " + quoted(field.text("key")) + " is "
                            + value.kind().words() + ", but the platform documents a string",
                    value.scalar().isEmpty() ? null : "write \"" + value.scalar() + "\"");
        } else if (value.scalar().isEmpty()) {
            findings.add(
                    LintRule.EMPTY_STATIC_VALUE,
                    value,
                    "the static value of " + quoted(field.text("key")) + " is empty",
                    "give a value, or leave `initialValue` out");
        }
    }

    private static void generator(Located field, Located attributes, Findings findings) {
        var name = attributes.text("name");
        if (!GENERATORS.contains(name)) {
            findings.add(
                    LintRule.UNKNOWN_GENERATOR,
                    attributes.at("name"),
                    "the platform documents no generator " + quoted(name),
                    didYouMean(name, GENERATORS, "use one of " + list(GENERATORS)));
        }
        if (!name.equals(TemplateField.CREATE_UNIQUE_ACCOUNT_ID)) {
            return;
        }
        if (attributes.text("template").isBlank()) {
            findings.add(
                    LintRule.INCOMPLETE_INITIAL_VALUE,
                    Severity.WARNING,
                    attributes,
                    quoted(field.text("key")) + " is a unique account id without a `template`",
                    "add one, such as \"$(firstname).$(lastname)$(uniqueCounter)\"");
        } else if (!attributes.text("template").contains("$(uniqueCounter)")) {
            findings.add(
                    LintRule.NO_UNIQUE_COUNTER,
                    attributes.at("template"),
                    "the template of " + quoted(field.text("key"))
                            + " has no counter, so every further try makes the same id",
                    "add $(uniqueCounter)");
        }
    }
}
