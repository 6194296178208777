package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import java.util.List;

/** Delete removes the account asked for, and no other. */
final class DeleteRules {
    static final List<Rule> RULES = List.of(
            rule("delete.gone-from-read", "A deleted account cannot be read", DeleteRules::goneFromRead)
                    .needs(DELETE, READ)
                    .changingData(),
            rule(
                            "delete.gone-from-list",
                            "A deleted account is not in the list, and all others are",
                            DeleteRules::goneFromList)
                    .needs(DELETE, LIST)
                    .changingData(),
            rule("delete.twice", "Deleting an account a second time fails as not found", DeleteRules::twice)
                    .needs(DELETE)
                    .changingData());

    private DeleteRules() {}

    private static ResourceObject toDelete(Trial trial) {
        if (!trial.has(CREATE) && !trial.can(Ability.FILL)) {
            throw new RuleSkipped("the connector cannot create an account that may be deleted");
        }
        return trial.subject();
    }

    private static void delete(Trial trial, ResourceObject account) {
        trial.succeed(DELETE, account.reference());
        trial.session().deleted(account);
    }

    private static void goneFromRead(Trial trial) {
        var account = toDelete(trial);
        delete(trial, account);
        var exchange = trial.run(READ, account.reference());
        if (trial.session().options().softDelete() && exchange.succeeded()) {
            var left = exchange.output();
            trial.check(
                    left != null && new ResourceObject(left).flag("disabled"),
                    account + " was deleted; with soft delete it may stay, but disabled",
                    exchange);
        } else {
            trial.check(!exchange.succeeded(), account + " was deleted, but it can be read still", exchange);
            trial.check(
                    exchange.isNotFound(),
                    "reading the deleted account " + account + " fails, but not as not found: " + exchange.failure(),
                    exchange);
        }
        trial.exercised(account);
    }

    private static void goneFromList(Trial trial) {
        var account = trial.can(Ability.FILL) || trial.has(CREATE) ? trial.lookalike() : toDelete(trial);
        var before = trial.freshAccounts();
        delete(trial, account);
        var after = trial.freshAccounts();
        var left =
                after.stream().filter(other -> other.id().equals(account.id())).findFirst();
        if (trial.session().options().softDelete()) {
            trial.check(
                    left.isEmpty() || left.get().flag("disabled"),
                    account + " was deleted; with soft delete it may stay in the list, but disabled");
        } else {
            trial.check(left.isEmpty(), account + " was deleted, but the list has it still");
        }
        ListRules.same(
                trial,
                UpdateEffectRules.others(before, account),
                UpdateEffectRules.others(after, account),
                "after " + account + " was deleted, the list of the others");
        trial.exercised(account);
    }

    private static void twice(Trial trial) {
        if (trial.session().options().softDelete()) {
            throw new RuleSkipped("with soft delete, a deleted account is there to be deleted again");
        }
        var account = toDelete(trial);
        delete(trial, account);
        var exchange = trial.run(DELETE, account.reference());
        trial.check(!exchange.succeeded(), "deleting " + account + " a second time succeeds", exchange);
        trial.check(
                exchange.isNotFound(),
                "deleting " + account + " a second time fails, but not as not found: " + exchange.failure(),
                exchange);
        trial.exercised(account);
    }
}
