package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter leaves out exactly the objects that match it. */
final class FilterRules {
    static final String ALL = "filterString";
    static final String ACCOUNTS = "account.filterString";

    static final List<Rule> RULES = List.of(
            rule("filter.applied", "The list looks at the filters of the configuration", FilterRules::applied)
                    .needs(LIST)
                    .optional(),
            rule(
                            "filter.leaves-out-matches",
                            "`filterString` leaves out exactly the matches",
                            trial -> leavesOutMatches(trial, ALL))
                    .needs(LIST),
            rule(
                            "filter.account-filter",
                            "`account.filterString` leaves out exactly the matches",
                            trial -> leavesOutMatches(trial, ACCOUNTS))
                    .needs(LIST),
            rule(
                            "filter.typed-values",
                            "A filter compares numbers as numbers, booleans as booleans, and text to the letter",
                            FilterRules::typedValues)
                    .needs(LIST)
                    .optional(),
            rule("filter.no-match-keeps-all", "A blank filter, or one without a match, keeps all", FilterRules::noMatch)
                    .needs(LIST),
            rule("filter.bad-filter-fails", "A filter that is none is a configuration error", FilterRules::badFilter)
                    .needs(LIST),
            rule(
                            "filter.stateful",
                            "A stateful list leaves out matches too, in full runs and in deltas",
                            FilterRules::stateful)
                    .needs(LIST)
                    .changingData(),
            rule(
                            "filter.unknown-attribute",
                            "A filter may name an attribute that the objects lack",
                            FilterRules::unknownAttribute)
                    .needs(LIST)
                    .optional(),
            rule(
                            "filter.entitlements",
                            "Entitlement lists heed `filterString`, and not `account.filterString`",
                            FilterRules::entitlements)
                    .needs(ENTITLEMENT_LIST),
            rule(
                            "filter.entitlements-applied",
                            "Entitlement lists look at `filterString` where the account list does",
                            FilterRules::entitlementsApplied)
                    .needs(LIST, ENTITLEMENT_LIST)
                    .optional());

    private static final int FEW_ACCOUNTS = 4;
    private static final Duration AFTER_A_WHILE = Duration.ofSeconds(2);
    private static final int SEVERAL_PAGES = 3;
    private static final int MOST_ATTRIBUTES = 12;
    private static final String NO_SUCH_ATTRIBUTE = "connectorkitNoSuchAttribute";

    private FilterRules() {}

    static JsonObject withFilter(Trial trial, String key, String filter) {
        return Inputs.with(trial.config(), key, Json.text(filter));
    }

    private static void applied(Trial trial) {
        requireObjects(trial.accounts(), "account");
        trial.check(
                heeded(trial),
                "the list of accounts is the same with a filter that matches every account, with one that matches none"
                        + " and with one that is no filter: the connector does not look at `filterString` and"
                        + " `account.filterString`");
        trial.exercised(trial.accounts().size(), 0);
    }

    private static void requireObjects(List<ResourceObject> objects, String what) {
        if (objects.isEmpty()) {
            throw new RuleSkipped("the source has no " + what);
        }
    }

    static void requireFilters(Trial trial) {
        requireObjects(trial.accounts(), "account");
        if (!heeded(trial)) {
            throw new RuleSkipped("the connector does not look at filters at all, see filter.applied");
        }
    }

    /** Returns whether any filter makes any difference. */
    private static boolean heeded(Trial trial) {
        var known = trial.session().heedsFilters();
        if (known != null) {
            return known;
        }
        var all = trial.accounts().size();
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        var heeded = false;
        for (var key : List.of(ALL, ACCOUNTS)) {
            var everybody = FilterProbe.everybody(identity).filter();
            var nobody = FilterProbe.nobody(identity).filter();
            for (var filter : List.of(everybody, nobody, "( " + identity + " ==")) {
                var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, key, filter));
                heeded |= !exchange.succeeded() || exchange.outputs().size() != all;
            }
        }
        trial.session().heedsFilters(heeded);
        return heeded;
    }

    private static void leavesOutMatches(Trial trial, String key) {
        requireFilters(trial);
        var accounts = trial.accounts();
        var held = FilterProbe.dividing(trial, trial.accountSchema(), accounts);
        if (held == null) {
            throw new RuleSkipped("no attribute has a plain text to compare with in a filter");
        }
        leavesOut(trial, key, held.equal());
        leavesOut(trial, key, held.unequal());
        leavesOut(trial, key, FilterProbe.everybody(held.attribute()));
        accounts.forEach(trial::exercised);
        if (key.equals(ALL) && trial.can(Ability.FILL) && trial.can(Ability.PAGES)) {
            onlyOneOfLastPage(trial);
        }
    }

    private static void leavesOut(Trial trial, String key, FilterProbe probe) {
        var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, key, probe.filter()));
        var accounts = trial.accounts();
        exactlyWithout(trial, accounts, probe.matches(accounts), exchange, "`" + key + "` " + probe.filter());
    }

    /** Whole pages of which nothing is kept must not end the list. */
    private static void onlyOneOfLastPage(Trial trial) {
        Filling.fill(trial, SEVERAL_PAGES * Filling.page(trial, 1));
        var accounts = trial.accounts();
        if (!accounts.isEmpty()) {
            var held = FilterProbe.only(trial.accountSchema(), accounts.get(accounts.size() - 1), accounts);
            if (held != null) {
                leavesOut(trial, ALL, held.unequal());
            }
        }
    }

    private static void typedValues(Trial trial) {
        requireFilters(trial);
        if (trial.can(Ability.FILL)) {
            Filling.usual(trial);
        }
        var accounts = trial.accounts();
        for (var probe : typed(trial, accounts).toList()) {
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, ALL, probe.filter()));
            if (exchange.succeeded()) {
                exactlyWithout(trial, accounts, probe.matches(accounts), exchange, "`" + ALL + "` " + probe.filter());
                trial.exercised(accounts.size(), 1);
            } else {
                trial.note("the list refuses the filter " + probe.filter() + ": " + exchange.failure());
            }
        }
    }

    private static Stream<FilterProbe> typed(Trial trial, List<ResourceObject> accounts) {
        var numbersAndBooleans = trial.accountSchema().attributes().stream()
                .filter(attribute -> !Compare.isBookkeeping(attribute.name()))
                .limit(MOST_ATTRIBUTES)
                .flatMap(attribute -> FilterProbe.typed(attribute, accounts).stream());
        return Stream.concat(
                numbersAndBooleans, FilterProbe.inOtherCase(trial, trial.accountSchema(), accounts).stream());
    }

    static void exactlyWithout(
            Trial trial, List<ResourceObject> all, List<ResourceObject> matches, Exchange exchange, String filter) {
        trial.check(
                exchange.succeeded(), "with the filter " + filter + " the list fails: " + exchange.failure(), exchange);
        var sent = Trial.objects(exchange).stream().map(ResourceObject::id).collect(Collectors.toSet());
        var left = matches.stream().map(ResourceObject::id).collect(Collectors.toSet());
        var wronglySent = sent.stream().filter(left::contains).sorted().toList();
        var wronglyLeft = all.stream()
                .map(ResourceObject::id)
                .filter(id -> !left.contains(id) && !sent.contains(id))
                .sorted()
                .toList();
        trial.check(
                wronglySent.isEmpty() && wronglyLeft.isEmpty(),
                "an object that matches the filter is left out and any other is sent, but with " + filter
                        + (wronglySent.isEmpty() ? "" : " these match and are sent: " + few(wronglySent))
                        + (wronglySent.isEmpty() || wronglyLeft.isEmpty() ? "" : ";")
                        + (wronglyLeft.isEmpty() ? "" : " these do not match and are left out: " + few(wronglyLeft)),
                exchange);
    }

    private static String few(List<String> ids) {
        return ids.size() <= 5 ? String.join(", ", ids) : String.join(", ", ids.subList(0, 5)) + " and more";
    }

    private static void noMatch(Trial trial) {
        requireFilters(trial);
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        for (var filter : List.of("", "   ", FilterProbe.nobody(identity).filter())) {
            for (var key : List.of(ALL, ACCOUNTS)) {
                var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, key, filter));
                exactlyWithout(trial, trial.accounts(), List.of(), exchange, "`" + key + "` \"" + filter + "\"");
            }
        }
        trial.accounts().forEach(trial::exercised);
    }

    private static void badFilter(Trial trial) {
        requireFilters(trial);
        var identity = trial.accountSchema().identityAttribute();
        for (var key : List.of(ALL, ACCOUNTS)) {
            var filter = "( " + identity + " == ";
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, key, filter));
            trial.check(
                    !exchange.succeeded(),
                    "with `" + key + "` set to `" + filter + "`, which is no filter, the list succeeds with "
                            + exchange.outputs().size() + " accounts: the administrator will not learn of the mistake",
                    exchange);
            trial.exercised(1, 0);
        }
    }

    private static void stateful(Trial trial) {
        StateRules.requireStateful(trial);
        requireFilters(trial);
        if (trial.can(Ability.FILL) && trial.can(Ability.EDIT)) {
            var clock = trial.source().clock();
            statefulAround(trial, firstAccount(trial), () -> {
                clock.advance(AFTER_A_WHILE);
                trial.source().change(0);
                clock.advance(AFTER_A_WHILE);
            });
        } else if (trial.has(CREATE) && trial.has(UPDATE)) {
            var account = trial.subject();
            statefulAround(trial, account, () -> changeSome(trial, account));
            trial.exercised(account);
        } else {
            throw new RuleSkipped("nothing can edit the source: there is no hand on it, and the connector cannot create"
                    + " and update accounts");
        }
    }

    /** Leaves an account out of the lists before and after it is edited. */
    private static void statefulAround(Trial trial, ResourceObject account, Runnable edit) {
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        var config = withFilter(trial, ALL, "( " + identity + " == " + literal(account, identity) + " )");
        var plain = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, config);
        if (!plain.succeeded()) {
            throw new RuleSkipped("a list that is not stateful fails with a filter, too: " + plain.failure());
        }
        if (has(plain, account)) {
            throw new RuleSkipped("a list that is not stateful does not leave out " + account + " either");
        }
        var full = trial.run(LIST, StateRules.stateful(null), config);
        checkLeftOut(trial, full, account, "a first stateful list");
        if (full.states().isEmpty()) {
            throw new RuleSkipped("the list saves no state, see state.saved");
        }
        edit.run();
        var changed = StateRules.stateful(full.states().get(0));
        var delta = trial.run(LIST, changed, config);
        if (!delta.succeeded() && !trial.run(LIST, changed).succeeded()) {
            throw new RuleSkipped("a list of what changed fails without a filter, too: " + delta.failure());
        }
        checkLeftOut(trial, delta, account, "a list of what changed");
    }

    /** Changes some attribute of a test account through the connector; skips if that fails, for other rules say so. */
    private static void changeSome(Trial trial, ResourceObject account) {
        try {
            var updates = new Updates(trial, account);
            for (var attribute : updates.attributes()) {
                var value = attribute.multi() ? null : trial.inputs().value(attribute);
                if (value != null
                        && updates.make(Inputs.change("Set", attribute.name(), value)) == Updates.Outcome.MADE) {
                    return;
                }
            }
        } catch (RuleFailure failure) {
            throw new RuleSkipped("no test account could be updated: " + failure.text());
        }
    }

    private static void unknownAttribute(Trial trial) {
        requireFilters(trial);
        var filter = FilterProbe.nobody(NO_SUCH_ATTRIBUTE).filter();
        for (var key : List.of(ALL, ACCOUNTS)) {
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, key, filter));
            exactlyWithout(trial, trial.accounts(), List.of(), exchange, "`" + key + "` " + filter);
        }
        trial.exercised(trial.accounts().size(), 0);
    }

    /** Returns the account that the source has as number 0. */
    private static ResourceObject firstAccount(Trial trial) {
        Filling.fill(trial, 1);
        var only = trial.accounts();
        if (only.size() != 1) {
            throw new RuleSkipped("the source cannot be brought to have one account");
        }
        Filling.fill(trial, FEW_ACCOUNTS);
        return only.get(0);
    }

    private static String literal(ResourceObject account, String attribute) {
        var value = account.attribute(attribute);
        return value instanceof JsonNumber || value instanceof JsonString
                ? Compare.canonical(value)
                : "\"" + account.id() + "\"";
    }

    private static boolean has(Exchange exchange, ResourceObject account) {
        return Trial.objects(exchange).stream()
                .anyMatch(other -> other.id().equals(account.id()) && !other.flag("deleted"));
    }

    private static void checkLeftOut(Trial trial, Exchange exchange, ResourceObject matching, String what) {
        trial.check(exchange.succeeded(), what + " fails with a filter: " + exchange.failure(), exchange);
        trial.check(
                !has(exchange, matching),
                what + " sends " + matching + ", which matches `filterString` and must be left out",
                exchange);
        Trial.objects(exchange).forEach(trial::exercised);
    }

    private static void entitlements(Trial trial) {
        for (var type : EntitlementRules.types(trial)) {
            var all = trial.entitlements(type);
            var schema = trial.entitlementSchema(type);
            var held = schema == null ? null : FilterProbe.dividing(trial, schema, all);
            if (held == null) {
                continue;
            }
            var probe = held.equal();
            var input = Trial.entitlementInput(type);
            var unheeded = trial.run(ENTITLEMENT_LIST, input, withFilter(trial, ACCOUNTS, probe.filter()));
            exactlyWithout(trial, all, List.of(), unheeded, "`" + ACCOUNTS + "`, which is for accounts only,");
            var heeded = trial.run(ENTITLEMENT_LIST, input, withFilter(trial, ALL, probe.filter()));
            if (heeded.succeeded() && heeded.outputs().size() == all.size()) {
                trial.note("the list of type `" + type + "` does not look at `filterString`");
            } else {
                exactlyWithout(trial, all, probe.matches(all), heeded, "`" + ALL + "` " + probe.filter());
            }
            all.forEach(trial::exercised);
        }
    }

    private static void entitlementsApplied(Trial trial) {
        var accounts = trial.accounts();
        requireObjects(accounts, "account");
        var everybody =
                FilterProbe.everybody(String.valueOf(trial.accountSchema().identityAttribute()));
        var filtered = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, ALL, everybody.filter()));
        if (filtered.succeeded() && filtered.outputs().size() == accounts.size()) {
            throw new RuleSkipped("the account list does not look at `" + ALL + "` either");
        }
        for (var type : EntitlementRules.types(trial)) {
            var all = trial.entitlements(type);
            var schema = trial.entitlementSchema(type);
            var held = schema == null ? null : FilterProbe.dividing(trial, schema, all);
            if (held == null) {
                continue;
            }
            var filter = held.equal().filter();
            var exchange = trial.run(ENTITLEMENT_LIST, Trial.entitlementInput(type), withFilter(trial, ALL, filter));
            trial.check(
                    !exchange.succeeded() || exchange.outputs().size() != all.size(),
                    "with `" + ALL + "` " + filter + " the list of type `" + type
                            + "` sends the matches too: `" + ALL + "` is for all kinds of objects, and the account list"
                            + " heeds it",
                    exchange);
            all.forEach(trial::exercised);
        }
    }
}
