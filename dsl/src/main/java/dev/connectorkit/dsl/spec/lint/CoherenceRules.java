package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.spec.ConnectorSpec;
import java.util.List;

/** Rules that hold one part of a spec against another. */
final class CoherenceRules {
    private static final List<String> KEY_TYPES = List.of("simple", "compound");

    private CoherenceRules() {}

    static void keyType(SpecView spec, Findings findings) {
        var type = spec.root().get("keyType");
        if (type == null) {
            findings.add(
                    LintRule.MISSING_KEY_TYPE,
                    spec.root(),
                    "`keyType` is missing, so keys are simple",
                    "add \"keyType\": \"simple\"");
        } else if (type.is(Located.Kind.STRING) && !KEY_TYPES.contains(type.scalar())) {
            findings.add(
                    LintRule.UNKNOWN_KEY_TYPE,
                    type,
                    "`keyType` is " + quoted(type.scalar()),
                    didYouMean(type.scalar(), KEY_TYPES, "use `simple` or `compound`"));
        }
    }

    static void accountSchema(SpecView spec, Findings findings) {
        if (spec.root().has("accountSchema")) {
            return;
        }
        boolean needed = spec.handlesAny("std:account:") && !spec.discoversSchema();
        findings.add(
                LintRule.NO_ACCOUNT_SCHEMA,
                needed ? Severity.ERROR : Severity.INFORMATION,
                spec.root(),
                needed
                        ? "there are account commands, but no `accountSchema`"
                        : "there is no `accountSchema`, and no command that needs one",
                needed ? "add it, or handle `std:account:discover-schema`" : null);
    }

    static void entitlementSchemas(SpecView spec, Findings findings) {
        if (spec.handlesAny("std:entitlement:") && spec.entitlementSchemas().isEmpty()) {
            findings.add(
                    LintRule.NO_ENTITLEMENT_SCHEMA,
                    spec.root().at("entitlementSchemas"),
                    "there are entitlement commands, but no `entitlementSchemas`",
                    "add a schema for each type of entitlement");
        } else if (spec.lacks("std:entitlement:list")
                && !spec.entitlementSchemas().isEmpty()) {
            findings.add(
                    LintRule.UNUSED_ENTITLEMENT_SCHEMA,
                    spec.root().at("entitlementSchemas"),
                    "there are entitlement schemas, but entitlements cannot be listed",
                    "handle `std:entitlement:list`");
        }
    }

    static void createTemplate(SpecView spec, Findings findings) {
        boolean creates = spec.handles("std:account:create");
        if (creates && spec.fields().isEmpty()) {
            findings.add(
                    LintRule.NO_CREATE_TEMPLATE,
                    spec.root().at("accountCreateTemplate"),
                    "accounts can be created, but no `accountCreateTemplate` says with which attributes",
                    "add it");
        } else if (spec.lacks("std:account:create") && !spec.fields().isEmpty()) {
            findings.add(
                    LintRule.UNUSED_CREATE_TEMPLATE,
                    spec.root().at("accountCreateTemplate"),
                    "there is an `accountCreateTemplate`, but accounts cannot be created",
                    "handle `std:account:create`, or remove the template");
        }
    }

    static void managedEntitlements(SpecView spec, Findings findings) {
        if (!spec.lacks("std:account:update")) {
            return;
        }
        for (var attribute : spec.entitlementAttributes()) {
            if (attribute.isTrue("managed")) {
                findings.add(
                        LintRule.MANAGED_WITHOUT_UPDATE,
                        attribute.at("managed"),
                        quoted(attribute.text("name")) + " is managed, but accounts cannot be updated",
                        "handle `std:account:update`, or remove `managed`");
            }
        }
    }

    /** Both are needed: the flag tells the platform what the connector can do, the checkbox that a source wants it. */
    static void stateful(SpecView spec, Findings findings) {
        var checkbox = spec.formItems().stream()
                .filter(item -> item.text("key").equals(ConnectorSpec.STATEFUL_KEY))
                .findFirst();
        boolean flag = spec.root().isTrue("supportsStatefulCommands");
        if (flag && !mentions(spec.root().at("sourceConfig"), ConnectorSpec.STATEFUL_KEY)) {
            findings.add(
                    LintRule.STATEFUL_WITHOUT_CHECKBOX,
                    spec.root().at("supportsStatefulCommands"),
                    "`supportsStatefulCommands` is true, but no source can switch it on",
                    "add the item {\"key\": \"" + ConnectorSpec.STATEFUL_KEY
                            + "\", \"label\": \"Stateful\", \"type\": \"checkbox\", \"required\": true}");
        } else if (!flag && checkbox.isPresent()) {
            findings.add(
                    LintRule.CHECKBOX_WITHOUT_STATEFUL,
                    checkbox.get(),
                    quoted(ConnectorSpec.STATEFUL_KEY) + " is there, but `supportsStatefulCommands` is not true",
                    "add \"supportsStatefulCommands\": true");
        }
    }

    /** Looks at every depth: what stands in the wrong place is another rule's finding. */
    private static boolean mentions(Located value, String key) {
        return value.text("key").equals(key)
                || value.members().stream().anyMatch(member -> mentions(member.value(), key))
                || value.elements().stream().anyMatch(element -> mentions(element, key));
    }
}
