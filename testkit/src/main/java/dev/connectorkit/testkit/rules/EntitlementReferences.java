package dev.connectorkit.testkit.rules;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entitlements an attribute of accounts refers to. Where the schema does not name their type, the connector's
 * objects tell: an attribute may well be an entitlement that no list is behind, known from accounts alone.
 */
final class EntitlementReferences {
    private EntitlementReferences() {}

    /** Returns the schemas of the entitlements that an attribute refers to; empty if there are none. */
    static List<SpecView.Schema> schemas(Trial trial, SpecView.Attribute attribute) {
        var type = attribute.schemaObjectType();
        var all = trial.spec().entitlementSchemas();
        if (type != null) {
            return all.stream().filter(schema -> type.equals(schema.type())).toList();
        }
        return isMeant(trial, attribute) || anyResolves(trial, attribute, all) ? all : List.of();
    }

    /** Returns whether an attribute without a type can but refer to the entitlements that are listed. */
    private static boolean isMeant(Trial trial, SpecView.Attribute attribute) {
        var schema = trial.accountSchema();
        var others = schema.attributes().stream()
                .filter(each -> each.entitlement() && each.schemaObjectType() == null && !each.equals(attribute));
        return attribute.name().equals(schema.groupAttribute())
                || (schema.groupAttribute() == null && others.findAny().isEmpty());
    }

    private static boolean anyResolves(Trial trial, SpecView.Attribute attribute, List<SpecView.Schema> schemas) {
        if (!trial.has(CommandTypes.LIST) || !trial.has(CommandTypes.ENTITLEMENT_LIST)) {
            return false;
        }
        var ids = ids(trial, schemas);
        return trial.accounts().stream()
                .flatMap(account -> account.values(attribute.name()).stream())
                .anyMatch(value -> ids.contains(Compare.canonical(value)));
    }

    /** Returns the ids of all entitlements of some schemas, in their canonical form. */
    static Set<String> ids(Trial trial, List<SpecView.Schema> schemas) {
        return schemas.stream()
                .filter(schema -> schema.type() != null)
                .flatMap(schema -> trial.entitlements(Objects.requireNonNull(schema.type())).stream()
                        .map(entitlement -> Compare.canonical(Inputs.entitlementId(schema, entitlement))))
                .collect(Collectors.toSet());
    }
}
