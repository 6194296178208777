package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.DefinitionRules.quoted;

import dev.connectorkit.dsl.spec.SpecDiff.Change;
import dev.connectorkit.dsl.spec.SpecDiff.Impact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two specs part by part. */
final class SpecComparison {
    private static final String ACCOUNTS = "accountSchema";
    private static final String TEMPLATE = "accountCreateTemplate";

    private final Changes changes = new Changes();
    private final ConnectorSpec older;
    private final ConnectorSpec newer;

    private SpecComparison(ConnectorSpec older, ConnectorSpec newer) {
        this.older = older;
        this.newer = newer;
    }

    static List<Change> compare(ConnectorSpec older, ConnectorSpec newer) {
        if (older.toJson().equals(newer.toJson())) {
            return List.of();
        }
        var comparison = new SpecComparison(older, newer);
        comparison.top();
        comparison.commands();
        comparison.flags();
        comparison.changes.addAll(FormComparison.compare(older, newer));
        comparison.schema(ACCOUNTS, older.accountSchema(), newer.accountSchema());
        comparison.group();
        comparison.entitlements();
        comparison.template();
        comparison.extras();
        if (comparison.changes.isEmpty()) {
            comparison.changes.compatible("spec", "details that the platform does not document changed");
        }
        return comparison.changes.all();
    }

    private void top() {
        if (!older.name().equals(newer.name())) {
            changes.compatible("name", "was " + quoted(older.name()) + ", is " + quoted(newer.name()));
        }
        var was = Objects.requireNonNullElse(older.keyType(), KeyType.SIMPLE);
        var now = Objects.requireNonNullElse(newer.keyType(), KeyType.SIMPLE);
        if (was != now) {
            changes.breaking(
                    "keyType",
                    "was " + quoted(was.text()) + ", is " + quoted(now.text())
                            + "; the keys of known accounts no longer fit");
        } else if (older.keyType() != newer.keyType()) {
            changes.compatible("keyType", "is now " + (newer.keyType() == null ? "left out" : "said"));
        }
    }

    private void commands() {
        for (var command : new LinkedHashSet<>(older.commands())) {
            if (!newer.commands().contains(command)) {
                changes.breaking("commands", quoted(command) + " is gone; sources that use it fail");
            }
        }
        for (var command : new LinkedHashSet<>(newer.commands())) {
            if (!older.commands().contains(command)) {
                changes.compatible("commands", quoted(command) + " is new");
            }
        }
        var was = new LinkedHashSet<>(older.commands());
        boolean sameCommands = was.equals(new LinkedHashSet<>(newer.commands()));
        if (sameCommands && !older.commands().equals(newer.commands())) {
            changes.compatible("commands", "their order changed");
        }
    }

    private void flags() {
        flag("supportsStatefulCommands", older.supportsStatefulCommands(), newer.supportsStatefulCommands());
        flag("showDebugLoggingOption", older.showDebugLoggingOption(), newer.showDebugLoggingOption());
    }

    private void flag(String name, boolean was, boolean now) {
        if (was != now) {
            changes.compatible(name, "is now " + now);
        }
    }

    private void schema(String place, Schema was, Schema now) {
        if (!was.identityAttribute().equals(now.identityAttribute())) {
            changes.breaking(
                    place,
                    "identityAttribute was " + name(was.identityAttribute()) + ", is " + name(now.identityAttribute())
                            + "; what is known under the old id is not found");
        }
        if (!was.displayAttribute().equals(now.displayAttribute())) {
            changes.compatible(
                    place,
                    "displayAttribute was " + name(was.displayAttribute()) + ", is " + name(now.displayAttribute()));
        }
        for (var attribute : was.attributes()) {
            var counterpart = now.attribute(attribute.name());
            if (counterpart == null) {
                changes.breaking(place, quoted(attribute.name()) + " is gone; whatever uses it finds nothing");
            } else {
                attribute(place, attribute, counterpart);
            }
        }
        for (var attribute : now.attributes()) {
            if (was.attribute(attribute.name()) == null) {
                changes.compatible(place, quoted(attribute.name()) + " is new");
            }
        }
        if (!was.extras().equals(now.extras())) {
            changes.compatible(place, "undocumented members changed");
        }
    }

    private void attribute(String place, SchemaAttribute was, SchemaAttribute now) {
        var name = quoted(was.name());
        int before = changes.size();
        if (was.type() != now.type()) {
            changes.breaking(
                    place,
                    name + " was " + quoted(was.type().text()) + ", is "
                            + quoted(now.type().text()));
        }
        if (was.isMulti() != now.isMulti()) {
            changes.breaking(place, name + (now.isMulti() ? " has several values now" : " has one value now"));
        }
        if (was.isEntitlement() != now.isEntitlement()) {
            changes.add(
                    now.isEntitlement() ? Impact.COMPATIBLE : Impact.BREAKING,
                    place,
                    name + (now.isEntitlement() ? " holds entitlements now" : " no longer holds entitlements"));
        }
        if (was.isManaged() != now.isManaged()) {
            changes.add(
                    now.isManaged() ? Impact.COMPATIBLE : Impact.BREAKING,
                    place,
                    name + (now.isManaged() ? " is managed now" : " can no longer be granted or revoked"));
        }
        if (!Objects.equals(was.schemaObjectType(), now.schemaObjectType())) {
            changes.breaking(
                    place,
                    name + " held entitlements of type " + type(was.schemaObjectType()) + ", holds "
                            + type(now.schemaObjectType()));
        }
        if (changes.size() == before && !SpecWriter.attribute(was).equals(SpecWriter.attribute(now))) {
            changes.compatible(place, name + " is described otherwise");
        }
    }

    private static String name(@Nullable String attribute) {
        return attribute == null || attribute.isEmpty() ? "missing" : quoted(attribute);
    }

    private static String type(@Nullable String type) {
        return type == null ? "the group attribute's" : quoted(type);
    }

    private void group() {
        var was = older.accountSchema().groupAttribute();
        var now = newer.accountSchema().groupAttribute();
        if (!Objects.equals(was, now)) {
            changes.add(
                    was == null ? Impact.COMPATIBLE : Impact.BREAKING,
                    ACCOUNTS,
                    "groupAttribute was " + name(was) + ", is " + name(now));
        }
    }

    private void entitlements() {
        for (var schema : older.entitlementSchemas()) {
            var counterpart = newer.entitlementSchema(schema.type());
            var place = "entitlementSchemas " + quoted(schema.type());
            if (counterpart == null) {
                changes.breaking(place, "the schema is gone; its entitlements are no longer aggregated");
                continue;
            }
            schema(place, schema, counterpart);
            if (schema.includesPermissions() != counterpart.includesPermissions()) {
                changes.compatible(place, "includePermissions is now " + counterpart.includesPermissions());
            }
        }
        for (var schema : newer.entitlementSchemas()) {
            if (older.entitlementSchema(schema.type()) == null) {
                changes.compatible("entitlementSchemas " + quoted(schema.type()), "the schema is new");
            }
        }
    }

    private void template() {
        for (var field : older.accountCreateTemplate()) {
            var counterpart = field(newer, field.key());
            if (counterpart == null) {
                changes.compatible(TEMPLATE, quoted(field.key()) + " is gone");
            } else {
                field(field, counterpart);
            }
        }
        for (var field : newer.accountCreateTemplate()) {
            if (field(older, field.key()) == null) {
                changes.add(
                        field.isRequired() ? Impact.BREAKING : Impact.COMPATIBLE,
                        TEMPLATE,
                        quoted(field.key()) + " is new"
                                + (field.isRequired()
                                        ? " and required; existing sources create accounts without it"
                                        : ""));
            }
        }
    }

    private void field(TemplateField was, TemplateField now) {
        if (was.type() != now.type()) {
            changes.breaking(
                    TEMPLATE,
                    quoted(was.key()) + " was " + quoted(was.type().text()) + ", is "
                            + quoted(now.type().text()));
        } else if (!was.isRequired() && now.isRequired()) {
            changes.breaking(
                    TEMPLATE, quoted(was.key()) + " is required now; existing sources may create accounts without it");
        } else if (!SpecWriter.field(was).equals(SpecWriter.field(now))) {
            changes.compatible(TEMPLATE, quoted(was.key()) + " is filled or described otherwise");
        }
    }

    private static @Nullable TemplateField field(ConnectorSpec spec, String key) {
        return spec.accountCreateTemplate().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private void extras() {
        var names = new LinkedHashSet<>(older.extras().keySet());
        names.addAll(newer.extras().keySet());
        for (var name : new ArrayList<>(names)) {
            var was = older.toJson().get(name);
            var now = newer.toJson().get(name);
            if (was == null || now == null) {
                changes.compatible(name, was == null ? "is new" : "is gone");
            } else if (!was.equals(now) && !changes.mention(name)) {
                changes.compatible(name, "changed");
            }
        }
    }
}
