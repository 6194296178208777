package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Filters are written in the platform's language, of which a comparison is only the beginning. */
final class FilterLanguageRules {
    static final List<Rule> RULES = List.of(rule(
                    "filter.operators",
                    "A filter may join comparisons, and look into text",
                    FilterLanguageRules::operators)
            .needs(LIST)
            .optional());

    private static final int SHORTEST = 3;

    private FilterLanguageRules() {}

    private static void operators(Trial trial) {
        FilterRules.requireFilters(trial);
        var accounts = trial.accounts();
        var held = FilterProbe.dividing(trial, trial.accountSchema(), accounts);
        if (held == null) {
            throw new RuleSkipped("no account has a text to filter by");
        }
        for (var probe : probes(held, accounts)) {
            var config = FilterRules.withFilter(trial, FilterRules.ALL, probe.filter());
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, config);
            trial.check(
                    exchange.succeeded(),
                    "the list fails with the filter " + probe.filter() + ", which is one in the platform's language: "
                            + exchange.failure(),
                    exchange);
            FilterRules.exactlyWithout(
                    trial, accounts, probe.matches(accounts), exchange, "`" + FilterRules.ALL + "` " + probe.filter());
            trial.exercised(accounts.size(), 1);
        }
    }

    private static List<FilterProbe> probes(FilterProbe.Held held, List<ResourceObject> accounts) {
        var name = held.attribute();
        var value = held.value();
        var isValue = name + " == \"" + value + "\"";
        var isNobody = name + " == \"" + UnknownIds.NOBODY + "\"";
        Predicate<ResourceObject> hasValue = held.equal().matching();
        var probes = new ArrayList<FilterProbe>();
        probes.add(new FilterProbe("( " + isValue + " && " + isNobody + " )", account -> false));
        probes.add(new FilterProbe("( " + isNobody + " || " + isValue + " )", hasValue));
        // What a method makes of an account without the attribute is another matter.
        if (value.length() >= SHORTEST
                && accounts.stream().allMatch(account -> account.attribute(name) instanceof JsonString)) {
            var start = value.substring(0, SHORTEST - 1);
            var end = value.substring(1);
            probes.add(new FilterProbe(
                    "( " + name + ".startsWith(\"" + start + "\") )",
                    account -> text(account, name).startsWith(start)));
            probes.add(new FilterProbe(
                    "( " + name + ".contains(\"" + end + "\") )",
                    account -> text(account, name).contains(end)));
        }
        return probes;
    }

    private static String text(ResourceObject account, String attribute) {
        return account.attribute(attribute) instanceof JsonString text ? text.getString() : "";
    }
}
