package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.run.Exchange;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Update says what came of it, and changes nothing else. */
final class UpdateEffectRules {
    static final List<Rule> RULES = List.of(
            updating(
                    "update.output-equals-read",
                    "Update sends the account as it is afterwards",
                    UpdateEffectRules::output),
            updating("update.no-change", "Setting what is set already changes nothing", UpdateEffectRules::noChange),
            updating("update.leaves-rest", "Update leaves everything else alone", UpdateEffectRules::leavesRest),
            rule(
                            "update.own-value",
                            "An attribute shows its own value, and not that of another",
                            UpdateEffectRules::own)
                    .needs(CREATE, UPDATE)
                    .changingData()
                    .optional(),
            rule(
                            "update.disabled-account",
                            "An update finds a disabled account, and leaves it disabled",
                            UpdateEffectRules::disabled)
                    .needs(UPDATE, DISABLE)
                    .changingData());

    private UpdateEffectRules() {}

    private static Rule updating(String id, String title, Rule.Body body) {
        return rule(id, title, body).needs(UPDATE).changingData();
    }

    private static void own(Trial trial) {
        var habits = trial.session().habits();
        var copies = habits == null ? Map.<String, String>of() : habits.copies();
        var readOnly = trial.session().options().readOnlyAttributes();
        copies.forEach((name, other) -> trial.check(
                readOnly.contains(name),
                "`" + name + "` does not take the values that it is set to, and shows that of `" + other
                        + "` instead: is it read from the wrong place? If the source keeps the two alike, name it among"
                        + " the read-only attributes"));
        trial.exercised(trial.existing(trial.subject()));
    }

    private static void output(Trial trial) {
        var account = trial.subject();
        var updates = new Updates(trial, account);
        for (var attribute : updates.attributes()) {
            var held = updates.account().values(attribute.name());
            var value = (attribute.multi() ? trial.inputs().many(attribute) : single(trial, attribute))
                    .stream()
                            .filter(each -> held.stream().noneMatch(other -> Compare.equal(each, other)))
                            .findFirst();
            if (value.isEmpty()) {
                continue;
            }
            var exchange =
                    updates.send(Inputs.change(attribute.multi() ? "Add" : "Set", attribute.name(), value.get()));
            if (!exchange.succeeded()) {
                continue;
            }
            checkOutput(trial, updates, attribute, exchange);
        }
        updates.requireSome("set");
    }

    private static List<JsonValue> single(Trial trial, SpecView.Attribute attribute) {
        var value = trial.inputs().value(attribute);
        return value == null ? List.of() : List.of(value);
    }

    private static void checkOutput(Trial trial, Updates updates, SpecView.Attribute attribute, Exchange exchange) {
        var before = updates.account();
        var after = updates.refresh();
        var output = exchange.output();
        if (output == null) {
            throw trial.failure(
                    "update sends one output, but sent " + exchange.outputs().size(), exchange);
        }
        var sent = new ResourceObject(output);
        if (output.isEmpty()) {
            trial.check(
                    Compare.equal(before.attribute(attribute.name()), after.attribute(attribute.name())),
                    "update sent {}, which says that nothing changed, but `" + attribute.name() + "` was "
                            + Compare.show(before.attribute(attribute.name())) + " and is "
                            + Compare.show(after.attribute(attribute.name())),
                    exchange);
            return;
        }
        var differences = new ArrayList<String>();
        if (output.containsKey("attributes")) {
            differences.addAll(Compare.attributeDifferences("update", sent, "a read afterwards", after));
        }
        for (var flag : List.of("disabled", "locked")) {
            if (output.containsKey(flag) && sent.flag(flag) != after.flag(flag)) {
                differences.add("`" + flag + "` is " + sent.flag(flag) + " in update but " + after.flag(flag)
                        + " in a read afterwards");
            }
        }
        if (!sent.id().isEmpty() && !sent.id().equals(after.id())) {
            differences.add("the key is " + sent + " in update but " + after + " in a read afterwards");
        }
        trial.check(differences.isEmpty(), "account " + after + ": " + String.join("; ", differences), exchange);
        trial.exercised(after);
    }

    private static void noChange(Trial trial) {
        var account = trial.existing(trial.subject());
        var tried = false;
        for (var attribute : new Updates(trial, account).attributes()) {
            var held = account.attribute(attribute.name());
            if (held == null) {
                continue;
            }
            var exchange =
                    trial.run(UPDATE, Inputs.update(account, List.of(Inputs.change("Set", attribute.name(), held))));
            if (!exchange.succeeded()) {
                continue;
            }
            tried = true;
            var differences = trial.changes(account, trial.existing(account), Set.of());
            trial.check(
                    differences.isEmpty(),
                    "`" + attribute.name() + "` of " + account + " was set to what it is: "
                            + String.join("; ", differences),
                    exchange);
            trial.exercised(account);
        }
        if (!tried) {
            throw new RuleSkipped("no attribute could be set, see update.set");
        }
    }

    private static void leavesRest(Trial trial) {
        var account = trial.existing(trial.lookalike());
        var others = trial.has(LIST) ? trial.freshAccounts() : List.<ResourceObject>of();
        var tried = false;
        for (var attribute : new Updates(trial, account).attributes()) {
            var value = attribute.multi() ? null : trial.inputs().value(attribute);
            if (value == null) {
                continue;
            }
            var before = trial.existing(account);
            var exchange =
                    trial.run(UPDATE, Inputs.update(account, List.of(Inputs.change("Set", attribute.name(), value))));
            if (!exchange.succeeded()) {
                continue;
            }
            tried = true;
            var after = trial.existing(account);
            var differences = trial.changes(before, after, Set.of(attribute.name()));
            trial.check(
                    differences.isEmpty() || new Derived(trial, Set.of(attribute.name())).follows(before, after),
                    "an update of `" + attribute.name() + "` alone changed more: " + String.join("; ", differences),
                    exchange);
            trial.exercised(account);
        }
        if (!tried) {
            throw new RuleSkipped("no attribute could be set, see update.set");
        }
        if (trial.has(LIST)) {
            ListRules.same(
                    trial,
                    others(others, account),
                    others(trial.freshAccounts(), account),
                    "after updates of " + account + ", the list of the others");
        }
    }

    private static void disabled(Trial trial) {
        var subject = trial.subject();
        trial.succeed(DISABLE, subject.reference());
        var before = trial.existing(subject);
        if (!before.flag("disabled")) {
            throw new RuleSkipped("an account that was disabled does not say so, see disable.takes-effect");
        }
        for (var attribute : new Updates(trial, before).attributes()) {
            var value = attribute.multi() ? null : trial.inputs().value(attribute);
            if (value == null) {
                continue;
            }
            var exchange =
                    trial.run(UPDATE, Inputs.update(before, List.of(Inputs.change("Set", attribute.name(), value))));
            trial.check(
                    !exchange.isNotFound(),
                    "an update of " + before + ", which is disabled, fails as not found: the platform will create it"
                            + " once more",
                    exchange);
            if (exchange.succeeded()) {
                var after = trial.existing(before);
                var differences = trial.changes(before, after, Set.of(attribute.name()));
                trial.check(
                        differences.isEmpty() || new Derived(trial, Set.of(attribute.name())).follows(before, after),
                        "an update of `" + attribute.name() + "` of a disabled account changed more: "
                                + String.join("; ", differences),
                        exchange);
                trial.exercised(before);
                return;
            }
        }
        throw new RuleSkipped("no attribute of a disabled account could be set");
    }

    static List<ResourceObject> others(List<ResourceObject> accounts, ResourceObject account) {
        return accounts.stream()
                .filter(other -> !other.id().equals(account.id()))
                .toList();
    }
}
