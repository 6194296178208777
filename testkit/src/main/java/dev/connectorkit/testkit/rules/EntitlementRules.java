package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Entitlement list and read agree with each other, with the type asked for, and with the accounts. */
final class EntitlementRules {
    static final List<Rule> RULES = List.of(
            rule("entitlements.type", "A list has entitlements of the type asked for", EntitlementRules::type)
                    .needs(ENTITLEMENT_LIST),
            rule(
                            "entitlements.equals-read",
                            "An entitlement is the same in list and in read",
                            EntitlementRules::equalsRead)
                    .needs(ENTITLEMENT_LIST, ENTITLEMENT_READ),
            rule("entitlements.repeatable", "Two lists are equal", EntitlementRules::repeatable)
                    .needs(ENTITLEMENT_LIST),
            rule(
                            "entitlements.unknown-type-refused",
                            "An unknown type of entitlements is refused",
                            EntitlementRules::unknownType)
                    .needs(ENTITLEMENT_LIST),
            rule(
                            "entitlements.references-resolve",
                            "Entitlements that accounts hold are in the entitlement list",
                            EntitlementRules::referencesResolve)
                    .needs(ENTITLEMENT_LIST, LIST));

    private static final String NO_SUCH_TYPE = "connectorkit-no-such-type";

    private EntitlementRules() {}

    static List<String> types(Trial trial) {
        var types = trial.spec().entitlementSchemas().stream()
                .map(SpecView.Schema::type)
                .filter(type -> type != null)
                .map(String::valueOf)
                .toList();
        if (types.isEmpty()) {
            throw new RuleSkipped("the specification has no entitlement schema");
        }
        return types;
    }

    private static void type(Trial trial) {
        for (var type : types(trial)) {
            for (var entitlement : trial.entitlements(type)) {
                trial.check(
                        entitlement.type().equals(type),
                        "the list of type `" + type + "` has " + entitlement + " of type `" + entitlement.type() + "`");
                trial.exercised(entitlement);
            }
        }
    }

    private static void equalsRead(Trial trial) {
        trial.session().sourceChanged();
        for (var type : types(trial)) {
            for (var listed : trial.sample(trial.entitlements(type))) {
                var read = trial.one(ENTITLEMENT_READ, Inputs.with(listed.reference(), "type", Json.text(type)));
                var differences = Compare.differences("list", listed, "read", read);
                trial.check(differences.isEmpty(), "entitlement " + listed + ": " + String.join("; ", differences));
                trial.check(
                        read.type().equals(type),
                        "entitlement " + listed + " is of type `" + type + "` in list but `" + read.type()
                                + "` in read");
                trial.exercised(listed);
            }
        }
    }

    private static void repeatable(Trial trial) {
        for (var type : types(trial)) {
            trial.session().sourceChanged();
            var first = trial.entitlements(type);
            trial.session().sourceChanged();
            ListRules.same(trial, first, trial.entitlements(type), "a second list of type `" + type + "`");
            first.forEach(trial::exercised);
        }
    }

    private static void unknownType(Trial trial) {
        var exchange = trial.run(ENTITLEMENT_LIST, Trial.entitlementInput(NO_SUCH_TYPE));
        trial.check(
                !exchange.succeeded(),
                "the list of entitlements of type `" + NO_SUCH_TYPE + "` succeeds with "
                        + exchange.outputs().size() + " entitlements, though there is no such type",
                exchange);
        trial.exercised(1, 0);
        if (trial.has(ENTITLEMENT_READ)) {
            unknownTypeRead(trial);
        }
    }

    private static void unknownTypeRead(Trial trial) {
        for (var type : types(trial)) {
            for (var known : trial.entitlements(type).stream().limit(1).toList()) {
                var exchange =
                        trial.run(ENTITLEMENT_READ, Inputs.with(known.reference(), "type", Json.text(NO_SUCH_TYPE)));
                trial.check(
                        !exchange.succeeded(),
                        "reading " + known + " as an entitlement of type `" + NO_SUCH_TYPE
                                + "` succeeds, though there is no such type",
                        exchange);
                trial.exercised(known);
            }
        }
    }

    private static void referencesResolve(Trial trial) {
        types(trial);
        var attributes = trial.accountSchema().attributes().stream()
                .filter(SpecView.Attribute::entitlement)
                .toList();
        for (var attribute : attributes) {
            var known = known(trial, attribute);
            for (var account : trial.accounts()) {
                for (var value : account.values(attribute.name())) {
                    trial.check(
                            known.contains(Compare.canonical(value)),
                            "account " + account + " holds " + Compare.show(value) + " in `" + attribute.name()
                                    + "`, but no entitlement list has an entitlement of that id");
                    trial.exercised(0, 1);
                }
                trial.exercised(1, 0);
            }
        }
        if (attributes.isEmpty()) {
            throw new RuleSkipped("no account attribute is an entitlement");
        }
    }

    private static Set<String> known(Trial trial, SpecView.Attribute attribute) {
        var referred = attribute.schemaObjectType();
        var schemas = trial.spec().entitlementSchemas().stream()
                .filter(schema -> referred == null || referred.equals(schema.type()))
                .toList();
        return schemas.stream()
                .flatMap(schema -> trial.entitlements(String.valueOf(schema.type())).stream()
                        .map(entitlement -> Compare.canonical(Inputs.entitlementId(schema, entitlement))))
                .collect(Collectors.toSet());
    }
}
