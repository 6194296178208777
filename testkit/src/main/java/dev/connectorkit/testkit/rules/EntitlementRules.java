package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import java.util.List;
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
            rule("entitlements.complete", "The list is complete at the boundaries of pages", EntitlementRules::complete)
                    .needs(ENTITLEMENT_LIST)
                    .needs(Ability.FILL, Ability.FILL_ENTITLEMENTS),
            rule(
                            "entitlements.read-by-type",
                            "An entitlement of one type is none of another",
                            EntitlementRules::readByType)
                    .needs(ENTITLEMENT_LIST, ENTITLEMENT_READ),
            rule(
                            "entitlements.stateful",
                            "A stateful list without state sends everything, and the next contradicts nothing",
                            EntitlementRules::stateful)
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

    private static void complete(Trial trial) {
        for (var list : Listed.entitlements(trial)) {
            if (!list.canFill(trial)) {
                trial.note("there is no hand on the entitlements behind " + list);
                continue;
            }
            for (var size : ListRules.sizes(trial)) {
                list.fillWith(trial, size);
                var exchange = list.run(trial);
                trial.check(
                        exchange.succeeded(),
                        "with " + size + " entitlements in the source, " + list + " fails: " + exchange.failure(),
                        exchange);
                var ids =
                        Trial.objects(exchange).stream().map(ResourceObject::id).collect(Collectors.toSet());
                trial.check(
                        ids.size() == size && exchange.outputs().size() == size,
                        "the source has " + size + " of them, but " + list + " sends "
                                + exchange.outputs().size()
                                + (trial.can(Ability.PAGES)
                                        ? " (pages have " + trial.source().pageSize() + ")"
                                        : ""),
                        exchange);
                Trial.objects(exchange).forEach(trial::exercised);
            }
        }
    }

    private static void readByType(Trial trial) {
        var types = types(trial);
        if (types.size() < 2) {
            throw new RuleSkipped("there is one type of entitlements");
        }
        for (var type : types) {
            var others =
                    trial.entitlements(type).stream().map(ResourceObject::id).collect(Collectors.toSet());
            for (var other : types) {
                var stranger = trial.entitlements(other).stream()
                        .filter(each -> !others.contains(each.id()))
                        .findFirst();
                if (other.equals(type) || stranger.isEmpty()) {
                    continue;
                }
                var exchange =
                        trial.run(ENTITLEMENT_READ, Inputs.with(stranger.get().reference(), "type", Json.text(type)));
                trial.check(
                        !exchange.succeeded(),
                        "reading " + stranger.get() + ", which is of type `" + other + "`, as an entitlement of type `"
                                + type + "` succeeds",
                        exchange);
                trial.exercised(stranger.get());
            }
        }
    }

    private static void stateful(Trial trial) {
        StateRules.requireStateful(trial);
        for (var list : Listed.entitlements(trial)) {
            trial.session().sourceChanged();
            var all = trial.entitlements(String.valueOf(list.type()));
            var first = list.run(trial, null);
            trial.check(first.succeeded(), list + " fails when it is stateful: " + first.failure(), first);
            ListRules.same(trial, all, Trial.objects(first), "a first stateful list of type `" + list.type() + "`");
            all.forEach(trial::exercised);
            for (var state : first.states()) {
                contradictsNothing(trial, list, all, list.run(trial, state));
            }
        }
    }

    private static void contradictsNothing(Trial trial, Listed list, List<ResourceObject> all, Exchange next) {
        trial.check(next.succeeded(), list + " fails with the state that it saved: " + next.failure(), next);
        var known = ListRules.byId(all);
        for (var entitlement : Trial.objects(next)) {
            var before = known.get(entitlement.id());
            trial.check(
                    !entitlement.flag("deleted") || before == null,
                    list + " says that " + entitlement + " is deleted, though nothing was",
                    next);
            if (before != null) {
                var differences = Compare.differences("the full list", before, "what changed", entitlement);
                trial.check(
                        differences.isEmpty(),
                        "entitlement " + entitlement + ": " + String.join("; ", differences),
                        next);
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
        var known = types(trial).get(0);
        if (!trial.run(ENTITLEMENT_LIST, Trial.entitlementInput(known)).succeeded()) {
            throw new RuleSkipped("the list of type `" + known + "` fails, too, see entitlements.type");
        }
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
            var schemas = EntitlementReferences.schemas(trial, attribute);
            if (schemas.isEmpty()) {
                trial.note("no entitlement list seems to be behind `" + attribute.name() + "`");
                continue;
            }
            var known = EntitlementReferences.ids(trial, schemas);
            for (var account : trial.accounts()) {
                var values = account.values(attribute.name());
                for (var value : values) {
                    trial.check(
                            known.contains(Compare.canonical(value)),
                            "account " + account + " holds " + Compare.show(value) + " in `" + attribute.name()
                                    + "`, but no entitlement list has an entitlement of that id");
                }
                trial.exercised(values.isEmpty() ? 0 : 1, values.size());
            }
        }
        if (attributes.isEmpty()) {
            throw new RuleSkipped("no account attribute is an entitlement");
        }
    }
}
