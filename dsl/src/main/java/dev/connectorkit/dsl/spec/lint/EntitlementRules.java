package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import java.util.HashSet;

/** Rules about entitlement types: those that have a schema, and those that accounts refer to. */
final class EntitlementRules {
    private static final String DEFAULT_TYPE = "group";

    private EntitlementRules() {}

    static void types(SpecView spec, Findings findings) {
        var seen = new HashSet<String>();
        for (var schema : spec.entitlementSchemas()) {
            var type = schema.text("type");
            if (type.isEmpty()) {
                continue;
            }
            if (!seen.add(type)) {
                findings.add(
                        LintRule.DUPLICATE_ENTITLEMENT_TYPE,
                        schema.at("type"),
                        "there are two entitlement schemas of type " + quoted(type),
                        "remove one, or give it a type of its own");
            }
            if (!type.equals(DEFAULT_TYPE)) {
                findings.add(
                        LintRule.ENTITLEMENT_TYPE,
                        schema.at("type"),
                        "the entitlement type is " + quoted(type)
                                + "; the platform documents `group` alone, though others are in use",
                        null);
            }
        }
    }

    /** A discovered account schema may hold entitlements of any type, so nothing can be said about it. */
    static void unreferenced(SpecView spec, Findings findings) {
        if (spec.accountAttributes().isEmpty()) {
            return;
        }
        for (var schema : spec.entitlementSchemas()) {
            var type = schema.text("type");
            boolean referred =
                    spec.entitlementAttributes().stream().anyMatch(attribute -> refers(spec, attribute, type));
            if (!type.isEmpty() && !referred) {
                findings.add(
                        LintRule.UNREFERENCED_ENTITLEMENT_TYPE,
                        schema.at("type"),
                        "no account attribute holds entitlements of type " + quoted(type)
                                + ", so accounts cannot have them",
                        "give the attribute that does \"entitlement\": true"
                                + (type.equals(DEFAULT_TYPE) ? "" : " and \"schemaObjectType\": \"" + type + "\""));
            }
        }
    }

    private static boolean refers(SpecView spec, Located attribute, String type) {
        var named = attribute.text("schemaObjectType");
        return named.isEmpty()
                ? type.equals(DEFAULT_TYPE) || spec.entitlementSchemas().size() == 1
                : named.equals(type);
    }

    static void unknown(SpecView spec, Findings findings) {
        var types = SpecView.distinct(spec.entitlementSchemas(), "type");
        for (var attribute : spec.accountAttributes()) {
            var type = attribute.text("schemaObjectType");
            if (!type.isEmpty() && !types.contains(type)) {
                findings.add(
                        LintRule.UNKNOWN_ENTITLEMENT_TYPE,
                        attribute.at("schemaObjectType"),
                        quoted(attribute.text("name")) + " holds entitlements of type " + quoted(type)
                                + ", which has no entitlement schema",
                        didYouMean(type, types, "add a schema of that type to `entitlementSchemas`"));
            }
        }
    }
}
