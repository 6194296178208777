package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonValue;
import java.util.List;

/** Test connection says whether the source can be reached with the configuration. */
final class ConnectionRules {
    static final List<Rule> RULES = List.of(
            rule(
                            "test-connection.sends-one-empty-object",
                            "With a good config, test connection sends one {}",
                            ConnectionRules::sendsOne)
                    .needs(TEST),
            rule(
                            "test-connection.empty-config-fails",
                            "With an empty config, test connection fails",
                            ConnectionRules::emptyConfigFails)
                    .needs(TEST),
            rule(
                            "test-connection.wrong-secrets-fail",
                            "With wrong credentials, neither the test nor the list succeeds with nothing",
                            ConnectionRules::wrongSecretsFail)
                    .needs(TEST, LIST),
            rule("test-connection.asks-source", "Test connection asks the source", ConnectionRules::asksSource)
                    .needs(TEST)
                    .needs(Ability.REQUESTS),
            rule(
                            "test-connection.changes-nothing",
                            "Test connection leaves the accounts alone",
                            ConnectionRules::changesNothing)
                    .needs(TEST, LIST),
            rule(
                            "test-connection.source-down-fails",
                            "Test connection fails when the source is down",
                            ConnectionRules::sourceDownFails)
                    .needs(TEST)
                    .needs(Ability.FAULTS));

    // A connector that repeats a call without end must come to one here.
    private static final int MANY_CALLS = 200;

    private ConnectionRules() {}

    private static void sendsOne(Trial trial) {
        var exchange = trial.succeed(TEST, JsonValue.EMPTY_JSON_OBJECT);
        var outputs = exchange.data(Line.OUTPUT);
        trial.check(
                outputs.size() == 1,
                "test connection sends one output, {}, but sent " + outputs.size() + " of them",
                exchange);
        trial.check(
                outputs.get(0).equals(JsonValue.EMPTY_JSON_OBJECT),
                "test connection sends {}, but sent " + Compare.show(outputs.get(0)),
                exchange);
        trial.exercised(1, 0);
    }

    private static void emptyConfigFails(Trial trial) {
        var required = trial.spec().requiredItems();
        if (required.isEmpty() && trial.spec().configKeys().isEmpty()) {
            throw new RuleSkipped("the specification has no config item, so an empty config is a good one");
        }
        requireSuccess(trial);
        var exchange = trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_OBJECT);
        if (exchange.succeeded() && required.isEmpty()) {
            // Nothing says what a good config is; but one that lists accounts is.
            var list =
                    trial.has(LIST) ? trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_OBJECT) : null;
            if (list == null || list.succeeded()) {
                throw new RuleSkipped(
                        "the specification requires no config item, and the connector takes an empty config"
                                + " for a good one");
            }
            throw trial.failure(
                    "test connection succeeds with an empty config, with which the list of accounts then fails: "
                            + list.failure(),
                    exchange,
                    list);
        }
        trial.check(
                !exchange.succeeded(),
                "test connection succeeds with an empty config, though the specification requires "
                        + String.join(", ", required),
                exchange);
        trial.exercised(1, 0);
    }

    private static void wrongSecretsFail(Trial trial) {
        var wrong = LifeRules.withWrongSecrets(trial);
        if (wrong == null) {
            throw new RuleSkipped("the configuration has no secret");
        }
        var accounts = trial.accounts();
        var list = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, wrong);
        trial.check(
                !list.succeeded() || !list.outputs().isEmpty() || accounts.isEmpty(),
                "with wrong credentials the list of accounts succeeds and is empty, though there are " + accounts.size()
                        + " accounts: the platform takes all of them for deleted",
                list);
        if (list.succeeded()) {
            throw new RuleSkipped("the source takes any credentials: the list of accounts succeeds with wrong ones");
        }
        var test = trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT, wrong);
        trial.check(
                !test.succeeded(),
                "test connection succeeds with wrong credentials, with which the list of accounts then fails: "
                        + list.failure(),
                test,
                list);
        trial.exercised(1, 0);
    }

    private static void asksSource(Trial trial) {
        var before = trial.source().requests().size();
        var exchange = trial.succeed(TEST, JsonValue.EMPTY_JSON_OBJECT);
        trial.check(
                trial.source().requests().size() > before,
                "test connection succeeds without a single call to the source, so it says nothing about it",
                exchange);
        trial.exercised(1, 0);
    }

    private static void changesNothing(Trial trial) {
        var before = trial.freshAccounts();
        trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT);
        ListRules.same(trial, before, trial.freshAccounts(), "after test connection, the list");
        before.forEach(trial::exercised);
    }

    /** Skips unless test connection succeeds as a rule, for otherwise its failure says nothing. */
    private static void requireSuccess(Trial trial) {
        var exchange = trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT);
        if (!exchange.succeeded()) {
            throw new RuleSkipped("test connection fails with a good config, too, see"
                    + " test-connection.sends-one-empty-object: " + exchange.failure());
        }
    }

    private static void sourceDownFails(Trial trial) {
        requireSuccess(trial);
        trial.source().inject(Fault.down().times(MANY_CALLS));
        var exchange = trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT);
        trial.check(!exchange.succeeded(), "test connection succeeds though the source is down", exchange);
        trial.source().inject(Fault.unauthorized().times(MANY_CALLS));
        var refused = trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT);
        trial.check(!refused.succeeded(), "test connection succeeds though the source answers 401", refused);
        trial.exercised(1, 0);
    }
}
