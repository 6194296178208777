package dev.connectorkit.dsl.spec;

import dev.connectorkit.dsl.internal.spec.Nearest;
import dev.connectorkit.dsl.spec.SchemaAttribute.Trait;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the mistakes of a definition, all of them, in the words of the builder's methods. */
final class DefinitionRules {
    private final List<SpecProblem> problems = new ArrayList<>();

    private DefinitionRules() {}

    static List<SpecProblem> check(ConnectorSpec spec) {
        var rules = new DefinitionRules();
        rules.name(spec.name());
        rules.problems.addAll(FormRules.check(spec));
        if (!spec.accountSchema().isNone()) {
            rules.schema("accounts()", "account", spec.accountSchema());
            rules.groupAttribute(spec.accountSchema());
            rules.entitlementTypes(spec);
        }
        rules.entitlements(spec.entitlementSchemas());
        rules.template(spec.accountCreateTemplate());
        return List.copyOf(rules.problems);
    }

    private void name(String name) {
        if (name.isBlank()) {
            add("named()", "the name is blank; give the connector the name it has in the platform.");
        }
    }

    private void entitlements(List<Schema.Entitlement> schemas) {
        for (var schema : schemas) {
            var place = "entitlements(\"" + schema.type() + "\")";
            if (schema.type().isBlank()) {
                add(place, "the type is blank; name it, as in entitlements(\"group\", …).");
            }
            schema(place, "entitlement", schema);
            marked(schema, Trait.GROUP)
                    .forEach(name -> add(
                            place, quoted(name) + " is marked group(), which is for account attributes; remove it."));
        }
        for (var type : repeated(schemas.stream().map(Schema.Entitlement::type).toList())) {
            add("entitlements(\"" + type + "\")", "this type is defined twice; keep one.");
        }
    }

    private void schema(String place, String object, Schema schema) {
        if (schema.attributes().isEmpty()) {
            add(place, "there are no attributes; give at least the one that identifies an " + object + ".");
            return;
        }
        names(place, schema);
        identity(place, object, schema);
        atMostOne(place, schema, Trait.DISPLAY, "display()");
        for (var name : marked(schema, attribute -> attribute.isManaged() && !attribute.isEntitlement())) {
            add(
                    place,
                    quoted(name) + " is marked managed() but holds no entitlements; add entitlement(), or remove"
                            + " managed().");
        }
        for (var name : marked(schema, attribute -> attribute.isIdentity() && attribute.isMulti())) {
            add(place, quoted(name) + " identifies an " + object + " and so has one value; remove multi().");
        }
        for (var name : marked(schema, attribute -> attribute.type() == AttributeType.UNKNOWN)) {
            add(place, quoted(name) + " has no type; make it with string, bool, integer or longInteger.");
        }
    }

    private void names(String place, Schema schema) {
        var names = schema.attributes().stream().map(SchemaAttribute::name).toList();
        if (names.stream().anyMatch(String::isBlank)) {
            add(place, "an attribute has a blank name; name it.");
        }
        for (var name : repeated(names)) {
            add(place, quoted(name) + " is defined twice; keep one.");
        }
    }

    private void identity(String place, String object, Schema schema) {
        if (marked(schema, Trait.IDENTITY).isEmpty()) {
            add(place, "no attribute is marked identity(); mark the one that identifies an " + object + ".");
        }
        atMostOne(place, schema, Trait.IDENTITY, "identity()");
    }

    private void groupAttribute(Schema.Account accounts) {
        atMostOne("accounts()", accounts, Trait.GROUP, "group()");
        for (var name : marked(accounts, attribute -> attribute.isGroup() && !attribute.isEntitlement())) {
            add(
                    "accounts()",
                    quoted(name) + " is marked group() but holds no entitlements; add entitlement(), or mark"
                            + " the attribute that does.");
        }
    }

    private void entitlementTypes(ConnectorSpec spec) {
        var types = spec.entitlementSchemas().stream()
                .map(Schema.Entitlement::type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var attribute : spec.accountSchema().attributes()) {
            var type = attribute.schemaObjectType();
            if (type != null && !types.contains(type)) {
                add(
                        "accounts()",
                        quoted(attribute.name()) + " holds entitlements of type " + quoted(type)
                                + ", which has no schema" + Nearest.question(type, types) + "; add entitlements(\""
                                + type
                                + "\", …).");
            }
        }
    }

    private void template(List<TemplateField> fields) {
        var keys = fields.stream().map(TemplateField::key).toList();
        if (keys.stream().anyMatch(String::isBlank)) {
            add("accountCreateTemplate()", "a field has a blank key; name the attribute it fills.");
        }
        for (var key : repeated(keys)) {
            add("accountCreateTemplate()", quoted(key) + " is defined twice; keep one.");
        }
        for (var field : fields) {
            if (field.type() == AttributeType.UNKNOWN) {
                add("accountCreateTemplate()", quoted(field.key()) + " has no type; give it one with type(…).");
            }
        }
    }

    private void atMostOne(String place, Schema schema, Trait role, String modifier) {
        var marked = marked(schema, role);
        if (marked.size() == 2) {
            add(
                    place,
                    "both " + quoted(marked.get(0)) + " and " + quoted(marked.get(1)) + " are marked " + modifier
                            + "; keep one.");
        } else if (marked.size() > 2) {
            var names = marked.stream().map(DefinitionRules::quoted).collect(Collectors.joining(", "));
            add(place, names + " are all marked " + modifier + "; keep one.");
        }
    }

    private static List<String> marked(Schema schema, Trait trait) {
        return marked(schema, attribute -> attribute.traits().contains(trait));
    }

    private static List<String> marked(Schema schema, Predicate<SchemaAttribute> holds) {
        return schema.attributes().stream()
                .filter(holds)
                .map(SchemaAttribute::name)
                .toList();
    }

    static Set<String> repeated(List<String> names) {
        var seen = new LinkedHashSet<String>();
        return names.stream()
                .filter(name -> !name.isBlank() && !seen.add(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String quoted(String name) {
        return "`" + name + "`";
    }

    private void add(String place, String message) {
        problems.add(new SpecProblem(place, message));
    }
}
