package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            rule("filter.no-match-keeps-all", "A blank filter, or one without a match, keeps all", FilterRules::noMatch)
                    .needs(LIST),
            rule("filter.bad-filter-fails", "A filter that is none is a configuration error", FilterRules::badFilter)
                    .needs(LIST),
            rule(
                            "filter.stateful",
                            "A stateful list leaves out matches too, in full runs and in deltas",
                            FilterRules::stateful)
                    .needs(LIST)
                    .needs(Ability.FILL, Ability.EDIT),
            rule(
                            "filter.entitlements",
                            "Entitlement lists heed `filterString`, and not `account.filterString`",
                            FilterRules::entitlements)
                    .needs(ENTITLEMENT_LIST));

    private static final int FEW_ACCOUNTS = 4;
    private static final Duration AFTER_A_WHILE = Duration.ofSeconds(2);
    private static final String NOBODY = "connectorkit-no-such-object";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A comparison of one attribute that some of the objects pass. */
    private record Probe(String attribute, String value) {
        String matches() {
            return "( " + attribute + " == \"" + value + "\" )";
        }

        String matchesNot() {
            return "( " + attribute + " != \"" + value + "\" )";
        }

        boolean matches(ResourceObject object) {
            return object.attribute(attribute) instanceof JsonString text
                    && text.getString().equals(value);
        }
    }

    private FilterRules() {}

    private static JsonObject withFilter(Trial trial, String key, String filter) {
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

    private static void requireFilters(Trial trial) {
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
            var probe = new Probe(identity, NOBODY);
            for (var filter : List.of(probe.matchesNot(), probe.matches(), "( " + identity + " ==")) {
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
        var probe = probe(trial, trial.accountSchema(), accounts);
        leavesOut(
                trial,
                key,
                probe.matches(),
                accounts.stream().filter(probe::matches).toList());
        leavesOut(
                trial,
                key,
                probe.matchesNot(),
                accounts.stream().filter(account -> !probe.matches(account)).toList());
        leavesOut(trial, key, new Probe(probe.attribute(), NOBODY).matchesNot(), accounts);
        accounts.forEach(trial::exercised);
    }

    private static void leavesOut(Trial trial, String key, String filter, List<ResourceObject> matches) {
        var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, withFilter(trial, key, filter));
        exactlyWithout(trial, trial.accounts(), matches, exchange, "`" + key + "` " + filter);
    }

    private static void exactlyWithout(
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

    private static Probe probe(Trial trial, SpecView.Schema schema, List<ResourceObject> objects) {
        var probe = findProbe(trial, schema, objects);
        if (probe == null) {
            throw new RuleSkipped("no attribute has a plain text to compare with in a filter");
        }
        return probe;
    }

    /** Returns a comparison that divides the objects, if possible into parts of more than one. */
    private static @Nullable Probe findProbe(Trial trial, SpecView.Schema schema, List<ResourceObject> objects) {
        var probes = new ArrayList<Probe>();
        for (var attribute : schema.attributes()) {
            if (attribute.multi() || !attribute.type().equals("string") || !isPlain(attribute.name())) {
                continue;
            }
            for (var object : trial.sample(objects)) {
                if (object.attribute(attribute.name()) instanceof JsonString value && isPlainValue(value.getString())) {
                    probes.add(new Probe(attribute.name(), value.getString()));
                }
            }
        }
        return probes.stream()
                .max((a, b) -> Long.compare(balance(a, objects), balance(b, objects)))
                .orElse(null);
    }

    private static long balance(Probe probe, List<ResourceObject> objects) {
        var matches = objects.stream().filter(probe::matches).count();
        return Math.min(matches, objects.size() - matches);
    }

    private static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }

    private static boolean isPlainValue(String value) {
        return !value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\');
    }

    private static void noMatch(Trial trial) {
        requireFilters(trial);
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        for (var filter : List.of("", "   ", new Probe(identity, NOBODY).matches())) {
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
        if (!trial.spec().isStateful()) {
            throw new RuleSkipped("the connector is not stateful: the specification lacks `supportsStatefulCommands`");
        }
        requireFilters(trial);
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        var matching = firstAccount(trial, identity);
        var config = withFilter(trial, ALL, new Probe(identity, matching).matches());
        var full = trial.run(LIST, StateRules.stateful(null), config);
        checkLeftOut(trial, full, matching, "a first stateful list");
        if (full.states().isEmpty()) {
            throw new RuleSkipped("the list saves no state, see state.saved");
        }
        trial.source().clock().advance(AFTER_A_WHILE);
        trial.source().change(0);
        trial.source().clock().advance(AFTER_A_WHILE);
        var delta = trial.run(LIST, StateRules.stateful(full.states().get(0)), config);
        checkLeftOut(trial, delta, matching, "a list of what changed");
    }

    /** Returns the identity of the account that the source has as number 0. */
    private static String firstAccount(Trial trial, String identity) {
        trial.source().reset(1);
        trial.session().sourceChanged();
        var only = trial.accounts();
        if (only.size() != 1 || !(only.get(0).attribute(identity) instanceof JsonString text)) {
            throw new RuleSkipped("the source cannot be brought to have one account with an identity of text");
        }
        trial.source().reset(FEW_ACCOUNTS);
        trial.session().sourceChanged();
        return text.getString();
    }

    private static void checkLeftOut(Trial trial, Exchange exchange, String matching, String what) {
        trial.check(exchange.succeeded(), what + " fails with a filter: " + exchange.failure(), exchange);
        var identity = trial.accountSchema().identityAttribute();
        for (var account : Trial.objects(exchange)) {
            var value = identity == null ? null : account.attribute(identity);
            trial.check(
                    account.flag("deleted")
                            || !(value instanceof JsonString text
                                    && text.getString().equals(matching)),
                    what + " sends " + account + ", which matches `filterString` and must be left out",
                    exchange);
            trial.exercised(account);
        }
    }

    private static void entitlements(Trial trial) {
        for (var type : EntitlementRules.types(trial)) {
            var all = trial.entitlements(type);
            var schema = trial.entitlementSchema(type);
            var probe = schema == null ? null : findProbe(trial, schema, all);
            if (probe == null) {
                continue;
            }
            var input = Trial.entitlementInput(type);
            var unheeded = trial.run(ENTITLEMENT_LIST, input, withFilter(trial, ACCOUNTS, probe.matches()));
            exactlyWithout(trial, all, List.of(), unheeded, "`" + ACCOUNTS + "`, which is for accounts only,");
            var heeded = trial.run(ENTITLEMENT_LIST, input, withFilter(trial, ALL, probe.matches()));
            if (heeded.succeeded() && heeded.outputs().size() == all.size()) {
                trial.note("the list of type `" + type + "` does not look at `filterString`");
            } else {
                var matches = all.stream().filter(probe::matches).toList();
                exactlyWithout(trial, all, matches, heeded, "`" + ALL + "` " + probe.matches());
            }
            all.forEach(trial::exercised);
        }
    }
}
