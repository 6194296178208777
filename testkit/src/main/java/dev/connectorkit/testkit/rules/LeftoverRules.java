package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Of an account that could not be created, or was deleted, nothing is left for the next one. */
final class LeftoverRules {
    static final List<Rule> RULES = List.of(
            rule("create.all-or-nothing", "A create that fails leaves no account behind", LeftoverRules::allOrNothing)
                    .needs(CREATE, LIST)
                    .changingData()
                    .optional(),
            rule(
                            "create.anew",
                            "An account that is created again has nothing of the one that was deleted",
                            LeftoverRules::anew)
                    .needs(CREATE, DELETE)
                    .changingData()
                    .optional());

    private LeftoverRules() {}

    private static void allOrNothing(Trial trial) {
        for (var attribute : trial.accountSchema().attributes()) {
            var ids = attribute.entitlement() && attribute.multi()
                    ? trial.inputs().entitlementIds(attribute).stream()
                            .filter(JsonString.class::isInstance)
                            .map(id -> ((JsonString) id).getString())
                            .toList()
                    : List.<String>of();
            if (!ids.isEmpty()) {
                createWith(trial, attribute.name(), ids.get(0), UnknownIds.like(ids));
            }
        }
    }

    /** Asks for an entitlement that is there and one that is not, which any source may take or refuse. */
    private static void createWith(Trial trial, String attribute, String known, String unknown) {
        // Where nothing can be created, that nothing was says nothing.
        trial.exercised(trial.existing(trial.create(trial.inputs().create(Inputs.Extent.MAXIMAL))));
        var before = trial.freshAccounts().stream().map(ResourceObject::id).collect(Collectors.toSet());
        var attributes = trial.inputs().attributes(Inputs.Extent.MAXIMAL);
        attributes.put(attribute, Json.array().add(known).add(unknown).build());
        var exchange = trial.tryCreate(trial.inputs().create(attributes));
        if (exchange.succeeded()) {
            return;
        }
        for (var account : trial.freshAccounts()) {
            if (!before.contains(account.id())) {
                trial.session().created(account);
                throw trial.failure(
                        "a create with an unknown value in `" + attribute + "` fails, but leaves " + account
                                + " behind, so that the same create fails ever after: " + exchange.failure(),
                        exchange);
            }
        }
    }

    private static void anew(Trial trial) {
        if (trial.session().options().softDelete()) {
            throw new RuleSkipped("a deleted account stays, disabled");
        }
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        var asked = new LinkedHashMap<>(trial.inputs().attributes(Inputs.Extent.MAXIMAL));
        var id = asked.get(identity);
        if (id == null) {
            throw new RuleSkipped("the source chooses the identity of an account");
        }
        var first = trial.create(trial.inputs().create(asked));
        if (trial.has(DISABLE)) {
            trial.run(DISABLE, first.reference());
        }
        trial.succeed(DELETE, first.reference());
        var fewer = new LinkedHashMap<>(trial.inputs().attributes(Inputs.Extent.MINIMAL));
        fewer.put(identity, id);
        var exchange = trial.tryCreate(trial.inputs().create(fewer));
        var output = exchange.output();
        if (output == null || !new ResourceObject(output).id().equals(first.id())) {
            throw new RuleSkipped("an id cannot be used a second time: " + exchange.failure());
        }
        var again = trial.existing(new ResourceObject(output));
        var another = trial.existing(trial.create(trial.inputs().create(Inputs.Extent.MINIMAL)));
        asked.keySet().removeAll(fewer.keySet());
        asked.forEach((name, values) -> hasNone(trial, again, another, name, values));
        trial.check(
                !trial.has(DISABLE) || !again.flag("disabled") || another.flag("disabled"),
                first + " was disabled, deleted and created again, and is disabled still");
        trial.exercised(again);
    }

    /** Checks that an account has none of the values that only the one before it was given. */
    private static void hasNone(
            Trial trial, ResourceObject again, ResourceObject another, String name, JsonValue values) {
        var given = values instanceof JsonArray several ? several : List.of(values);
        for (var value : again.values(name)) {
            trial.check(
                    !contains(given, value) || contains(another.values(name), value),
                    again + " was deleted and created again without `" + name + "`, but has " + Compare.show(value)
                            + " of the account that was deleted");
        }
    }

    private static boolean contains(List<? extends JsonValue> values, JsonValue value) {
        return values.stream().anyMatch(other -> Compare.equal(other, value));
    }
}
