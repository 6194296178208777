package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What does not exist is reported as not found, an error type of its own: the platform then creates the account. */
final class NotFoundRules {
    static final List<Rule> RULES = List.of(
            account("read", READ, (trial, unknown) -> unknown),
            account("update", UPDATE, NotFoundRules::update).changingData(),
            account("delete", DELETE, (trial, unknown) -> unknown).changingData(),
            account("enable", ENABLE, (trial, unknown) -> unknown).changingData(),
            account("disable", DISABLE, (trial, unknown) -> unknown).changingData(),
            account("unlock", UNLOCK, (trial, unknown) -> unknown).changingData(),
            account("change-password", PASSWORD, NotFoundRules::password).changingData(),
            rule(
                            "not-found.entitlement-read",
                            "Reading an unknown entitlement fails as not found",
                            NotFoundRules::entitlement)
                    .needs(ENTITLEMENT_READ));

    private NotFoundRules() {}

    private static Rule account(String name, String command, BiFunction<Trial, JsonObject, JsonObject> input) {
        return rule("not-found." + name, "`" + command + "` of an unknown account fails as not found", trial -> {
                    var accounts = trial.has(LIST) ? trial.accounts() : List.<ResourceObject>of();
                    var unknown = input.apply(trial, trial.inputs().unknown(accounts));
                    checkNotFound(trial, command, trial.run(command, unknown), "an account");
                    if (command.equals(READ)) {
                        requireFound(trial, READ, accounts, ResourceObject::reference);
                    }
                    if (CommandTypes.CHANGING.contains(command) && trial.has(LIST)) {
                        ListRules.same(
                                trial,
                                accounts,
                                trial.freshAccounts(),
                                "after `" + command + "` of an unknown account, the list");
                    }
                    checkBeginning(trial, command, input, accounts);
                    trial.exercised(1, 0);
                })
                .needs(command);
    }

    /** Tries the beginning of an id, for a search finds more than what was asked for. */
    private static void checkBeginning(
            Trial trial,
            String command,
            BiFunction<Trial, JsonObject, JsonObject> input,
            List<ResourceObject> accounts) {
        for (var account : harmless(trial, command, accounts)) {
            var beginning = freeBeginning(trial, account.id(), accounts);
            if (beginning.isEmpty()
                    || account.keyIds().size() > 1
                    || (isNumber(account.id()) && !trial.can(Ability.FILL))) {
                continue;
            }
            var exchange = trial.run(command, input.apply(trial, named(account, beginning)));
            trial.check(
                    !exchange.succeeded() || isNamed(exchange, beginning),
                    "`" + command + "` of `" + beginning + "`, which is no account but the beginning of " + account
                            + ", succeeds",
                    exchange);
            return;
        }
    }

    /** Returns whether a text may name the object that has an id: in any case, or as a number with zeros before it. */
    private static boolean names(String text, String id) {
        return text.equalsIgnoreCase(id)
                || (isNumber(text) && isNumber(id) && number(text).equals(number(id)));
    }

    /** Returns as much of an id as names no account; empty if there is no such beginning. */
    private static String freeBeginning(Trial trial, String id, List<ResourceObject> accounts) {
        var beginning = id;
        do {
            beginning = beginning.isEmpty()
                    ? ""
                    : beginning.substring(0, beginning.length() - 1).strip();
        } while (!beginning.isEmpty() && isTaken(trial, beginning, accounts));
        return beginning;
    }

    private static boolean isTaken(Trial trial, String id, List<ResourceObject> accounts) {
        return trial.session().isTestAccount(id)
                || accounts.stream().anyMatch(other -> names(id, other.id().strip()));
    }

    /** Returns accounts that a command may find by mistake: a search that finds too much does harm to any other. */
    private static List<ResourceObject> harmless(Trial trial, String command, List<ResourceObject> accounts) {
        if (trial.can(Ability.FILL) || !CommandTypes.CHANGING.contains(command)) {
            return accounts;
        }
        return trial.has(CREATE) ? List.of(trial.subject()) : List.of();
    }

    /** Returns whether what was sent is no account by mistake: lists may leave out what reads find. */
    private static boolean isNamed(Exchange exchange, String id) {
        var output = exchange.output();
        return output != null && new ResourceObject(output).id().equalsIgnoreCase(id);
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static BigInteger number(String digits) {
        return new BigInteger(digits);
    }

    private static JsonObject named(ResourceObject like, String id) {
        var reference = Json.object().add("identity", id);
        if (like.key() != null) {
            reference.add("key", Json.object().add("simple", Json.object().add("id", id)));
        }
        return reference.build();
    }

    /** Skips where nothing is found, for then that an unknown object is not says nothing. */
    private static void requireFound(
            Trial trial, String command, List<ResourceObject> known, Function<ResourceObject, JsonObject> input) {
        if (known.isEmpty()) {
            throw new RuleSkipped("nothing is known that `" + command + "` finds");
        }
        var exchange = trial.run(command, input.apply(known.get(0)));
        if (exchange.isNotFound()) {
            throw new RuleSkipped("`" + command + "` does not find " + known.get(0) + " either");
        }
    }

    private static void checkNotFound(Trial trial, String command, Exchange exchange, String what) {
        trial.check(
                !exchange.succeeded(),
                "`" + command + "` of " + what + " that does not exist succeeds"
                        + (exchange.outputs().isEmpty() ? ", though it sends nothing" : ""),
                exchange);
        trial.check(
                exchange.isNotFound(),
                "`" + command + "` of " + what + " that does not exist fails with the error type of any failure, where"
                        + " the type notFound tells the platform what happened: " + exchange.failure(),
                exchange);
    }

    private static JsonObject update(Trial trial, JsonObject unknown) {
        var schema = trial.accountSchema();
        var attribute = schema.attributes().stream()
                .filter(each -> !each.name().equals(schema.identityAttribute()) && !each.entitlement() && !each.multi())
                .findFirst()
                .orElseThrow(() -> new RuleSkipped("no attribute is there to update"));
        var change = Inputs.change("Set", attribute.name(), trial.inputs().value(attribute));
        return Inputs.with(unknown, "changes", Inputs.array(List.of(change)));
    }

    private static JsonObject password(Trial trial, JsonObject unknown) {
        return Inputs.with(unknown, "password", Json.text(trial.inputs().password()));
    }

    private static void entitlement(Trial trial) {
        for (var type : EntitlementRules.types(trial)) {
            var known = trial.has(ENTITLEMENT_LIST) ? trial.entitlements(type) : List.<ResourceObject>of();
            var input = Inputs.with(trial.inputs().unknown(known), "type", Json.text(type));
            checkNotFound(trial, ENTITLEMENT_READ, trial.run(ENTITLEMENT_READ, input), "an entitlement");
            requireFound(
                    trial, ENTITLEMENT_READ, known, each -> Inputs.with(each.reference(), "type", Json.text(type)));
            trial.exercised(1, 0);
        }
    }
}
