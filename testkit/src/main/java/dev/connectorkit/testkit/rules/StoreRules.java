package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a connector stores in the source's configuration has an end. */
final class StoreRules {
    static final List<Rule> RULES = List.of(rule(
                    "data-store.bounded",
                    "A command that is repeated does not add a new key each time",
                    StoreRules::bounded)
            .needs(LIST));

    private static final int RUNS = 3;

    private StoreRules() {}

    private static void bounded(Trial trial) {
        bounded(trial, LIST, JsonValue.EMPTY_JSON_OBJECT);
        var accounts = trial.accounts();
        if (trial.has(READ) && !accounts.isEmpty()) {
            bounded(trial, READ, accounts.get(0).reference());
        }
        if (trial.objects() == 0) {
            throw new RuleSkipped("neither list nor read stores anything in the source's configuration");
        }
    }

    private static void bounded(Trial trial, String command, JsonObject input) {
        var known = new HashSet<String>();
        for (var run = 0; run < RUNS; run++) {
            var exchange = trial.run(command, input);
            var added = added(exchange);
            trial.exercised(added.size(), 0);
            var isNewEachTime =
                    run == RUNS - 1 && !added.isEmpty() && added.stream().noneMatch(known::contains);
            trial.check(
                    !isNewEachTime,
                    "each `" + command + "` adds a key that the one before did not, such as " + String.join(", ", added)
                            + ": what is stored grows without end",
                    exchange);
            known.addAll(added);
        }
    }

    private static Set<String> added(Exchange exchange) {
        var added = new TreeSet<String>();
        for (var patch : exchange.data(Line.CONFIG)) {
            for (var operation : SpecView.objects(patch)) {
                if ("add".equals(SpecView.text(operation, "op"))) {
                    added.add(String.valueOf(SpecView.text(operation, "path")));
                }
            }
        }
        return added;
    }
}
