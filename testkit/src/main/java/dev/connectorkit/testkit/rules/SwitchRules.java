package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enable, disable and unlock do what they say to the account asked for, as often as they are called. */
final class SwitchRules {
    static final List<Rule> RULES = List.of(
            switching("disable.takes-effect", "A disabled account is disabled", DISABLE, SwitchRules::disable),
            switching(
                    "disable.idempotent", "An account can be disabled twice", DISABLE, trial -> twice(trial, DISABLE)),
            switching(
                    "disable.leaves-others",
                    "Disabling an account leaves the others alone",
                    DISABLE,
                    trial -> leavesOthers(trial, DISABLE)),
            switching("enable.takes-effect", "An enabled account is not disabled", ENABLE, SwitchRules::enable),
            switching("enable.idempotent", "An account can be enabled twice", ENABLE, trial -> twice(trial, ENABLE)),
            switching(
                    "enable.leaves-others",
                    "Enabling an account leaves the others alone",
                    ENABLE,
                    trial -> leavesOthers(trial, ENABLE)),
            rule("enable.undoes-disable", "An account that is disabled and enabled is what it was", SwitchRules::undoes)
                    .needs(ENABLE, DISABLE)
                    .changingData(),
            switching("unlock.takes-effect", "An unlocked account is not locked", UNLOCK, SwitchRules::unlock),
            switching("unlock.idempotent", "An account can be unlocked twice", UNLOCK, trial -> twice(trial, UNLOCK)),
            switching(
                    "unlock.leaves-others",
                    "Unlocking an account leaves the others alone",
                    UNLOCK,
                    trial -> leavesOthers(trial, UNLOCK)));

    private SwitchRules() {}

    private static Rule switching(String id, String title, String command, Rule.Body body) {
        return rule(id, title, body).needs(command).changingData();
    }

    private static void disable(Trial trial) {
        var before = trial.existing(trial.subject());
        if (before.flag("disabled") && trial.has(ENABLE)) {
            trial.succeed(ENABLE, before.reference());
            before = trial.existing(before);
        }
        var output = trial.one(DISABLE, before.reference());
        var after = trial.existing(before);
        trial.check(
                after.flag("disabled") || statusChanged(before, after),
                before + " was disabled, but a read afterwards says it is not (`disabled` is "
                        + Compare.show(after.json().get("disabled")) + ")");
        trial.check(
                before.flag("locked") == after.flag("locked"),
                "disabling " + before + " changed `locked` from " + before.flag("locked") + " to "
                        + after.flag("locked"));
        agrees(trial, DISABLE, output, after);
        if (trial.has(READ) && trial.has(LIST)) {
            trial.check(
                    trial.findInList(before) != null,
                    before
                            + " was disabled: a read finds it still, but the list has it no more, so the platform takes it"
                            + " for deleted");
        }
        trial.exercised(after);
    }

    /** Returns whether an account shows its state in an attribute, where it has no flag for it. */
    private static boolean statusChanged(ResourceObject before, ResourceObject after) {
        return !after.json().containsKey("disabled")
                && !Compare.attributeDifferences("before", before, "after", after)
                        .isEmpty();
    }

    private static void agrees(Trial trial, String command, ResourceObject output, ResourceObject after) {
        for (var flag : List.of("disabled", "locked")) {
            if (output.json().containsKey(flag)) {
                trial.check(
                        output.flag(flag) == after.flag(flag),
                        "`" + flag + "` is " + output.flag(flag) + " in what `" + command + "` sends, but "
                                + after.flag(flag) + " in a read afterwards");
            }
        }
        if (output.json().containsKey("attributes") && !output.attributes().isEmpty()) {
            var differences =
                    Compare.attributeDifferences("what `" + command + "` sends", output, "a read afterwards", after);
            trial.check(differences.isEmpty(), "account " + after + ": " + String.join("; ", differences));
        }
    }

    private static void enable(Trial trial) {
        var before = trial.existing(trial.subject());
        if (trial.has(DISABLE)) {
            trial.run(DISABLE, before.reference());
        }
        var output = trial.one(ENABLE, before.reference());
        var after = trial.existing(before);
        trial.check(!after.flag("disabled"), before + " was enabled, but a read afterwards says it is disabled");
        agrees(trial, ENABLE, output, after);
        trial.exercised(after);
    }

    private static void twice(Trial trial, String command) {
        var account = trial.subject();
        trial.succeed(command, account.reference());
        var once = trial.existing(account);
        var exchange = trial.run(command, account.reference());
        trial.check(
                exchange.succeeded(),
                "`" + command + "` works once, and fails a second time: " + exchange.failure(),
                exchange);
        var differences = trial.changes(once, trial.existing(account), Set.of());
        trial.check(
                differences.isEmpty(),
                "`" + command + "` twice is not the same as once: " + String.join("; ", differences),
                exchange);
        trial.exercised(once);
    }

    private static void leavesOthers(Trial trial, String command) {
        if (!trial.has(LIST)) {
            throw new RuleSkipped("the connector has no account list to see the others in");
        }
        if (trial.can(Ability.FILL)) {
            leavesOthers(trial, command, trial.subject());
            // Only where the other could be switched too is there anything to see.
            leavesOthers(trial, command, trial.lookalike(account -> true, other -> switchable(command, other)));
        } else {
            leavesOthers(trial, command, trial.lookalike());
        }
    }

    private static boolean switchable(String command, ResourceObject account) {
        return command.equals(UNLOCK) ? account.flag("locked") : account.flag("disabled") == command.equals(ENABLE);
    }

    private static void leavesOthers(Trial trial, String command, ResourceObject account) {
        var before = UpdateEffectRules.others(trial.freshAccounts(), account);
        trial.succeed(command, account.reference());
        var after = UpdateEffectRules.others(trial.freshAccounts(), account);
        ListRules.same(trial, before, after, "after `" + command + "` of " + account + ", the list of the others");
        before.forEach(trial::exercised);
    }

    private static void undoes(Trial trial) {
        var before = trial.existing(trial.subject());
        trial.succeed(DISABLE, before.reference());
        trial.succeed(ENABLE, before.reference());
        var after = trial.existing(before);
        if (before.flag("disabled")) {
            throw new RuleSkipped(before + " was disabled to begin with");
        }
        var differences = trial.changes(before, after, Set.of());
        trial.check(
                differences.isEmpty(), before + " was disabled and enabled again: " + String.join("; ", differences));
        trial.exercised(after);
    }

    private static void unlock(Trial trial) {
        unlock(trial, toUnlock(trial));
        if (trial.can(Ability.FILL) && trial.has(LIST)) {
            trial.accounts().stream()
                    .filter(account -> account.flag("locked") && account.flag("disabled"))
                    .findFirst()
                    .ifPresent(account -> unlock(trial, account));
        }
    }

    private static void unlock(Trial trial, ResourceObject account) {
        var before = trial.existing(account);
        trial.succeed(UNLOCK, before.reference());
        var after = trial.existing(before);
        trial.check(!after.flag("locked"), before + " was unlocked, but a read afterwards says it is locked");
        trial.check(
                before.flag("disabled") == after.flag("disabled"),
                "unlocking " + before + " changed `disabled` from " + before.flag("disabled") + " to "
                        + after.flag("disabled"));
        trial.accountSchema().attributes().stream()
                .filter(attribute -> attribute.entitlement()
                        && !Compare.equal(before.attribute(attribute.name()), after.attribute(attribute.name())))
                .findFirst()
                .ifPresent(changed -> {
                    throw trial.failure("unlocking " + before + " changed `" + changed.name() + "` from "
                            + Compare.show(before.attribute(changed.name())) + " to "
                            + Compare.show(after.attribute(changed.name())));
                });
        if (!before.flag("locked")) {
            trial.note("no account was locked, so unlock was tried on one that is not");
            var differences = trial.changes(before, after, Set.of());
            trial.check(
                    differences.isEmpty(), "unlocking " + before + " changed it: " + String.join("; ", differences));
        }
        trial.exercised(after);
        staysDisabled(trial);
    }

    private static void staysDisabled(Trial trial) {
        if (!trial.has(CREATE) || !trial.has(DISABLE)) {
            return;
        }
        var account = trial.subject();
        trial.run(DISABLE, account.reference());
        if (!trial.existing(account).flag("disabled")) {
            return;
        }
        // A source may refuse to unlock what is disabled.
        var exchange = trial.run(UNLOCK, account.reference());
        trial.check(
                !exchange.succeeded() || trial.existing(account).flag("disabled"),
                "unlocking " + account + ", which was disabled, enabled it",
                exchange);
    }

    /** Returns how many entitlements an account holds: the more, the more can get lost. */
    private static long entitlements(Trial trial, ResourceObject account) {
        return trial.accountSchema().attributes().stream()
                .filter(SpecView.Attribute::entitlement)
                .mapToLong(attribute -> account.values(attribute.name()).size())
                .sum();
    }

    static ResourceObject toUnlock(Trial trial) {
        if (trial.can(Ability.FILL)) {
            Filling.lookalikes(trial);
        }
        var locked = trial.has(LIST)
                ? trial.accounts().stream()
                        .filter(account -> account.flag("locked"))
                        .max(Comparator.comparing(account -> entitlements(trial, account)))
                : Optional.<ResourceObject>empty();
        if (locked.isPresent() && !trial.can(Ability.FILL)) {
            trial.note("unlocked " + locked.get()
                    + ", an account of the source that was locked; no command locks it again");
        }
        return locked.orElseGet(trial::subject);
    }
}
