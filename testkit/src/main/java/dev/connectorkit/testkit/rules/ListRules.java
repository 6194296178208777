package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import dev.connectorkit.testkit.simulation.SourceRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Account list sends every account, once, as it is, as it comes. */
final class ListRules {
    static final List<Rule> RULES = List.of(
            rule("list.equals-read", "An account is the same in list and in read", ListRules::equalsRead)
                    .needs(LIST, READ),
            rule("list.complete", "The list is complete at the boundaries of pages", ListRules::complete)
                    .needs(LIST)
                    .needs(Ability.FILL),
            rule("list.streams", "The first account is sent before the last page is fetched", ListRules::streams)
                    .needs(LIST)
                    .needs(Ability.FILL, Ability.PAGES, Ability.REQUESTS)
                    .inProcess(),
            rule("list.repeatable", "Two lists are equal", ListRules::repeatable)
                    .needs(LIST),
            rule("list.isolated", "An invocation leaves nothing behind for the next", ListRules::isolated)
                    .needs(LIST),
            rule("list.concurrent", "Two invocations at the same time do not mix", ListRules::concurrent)
                    .needs(LIST)
                    .inProcess(),
            rule("read.concurrent", "Two reads at the same time do not mix", ListRules::concurrentReads)
                    .needs(LIST, READ)
                    .needs(Ability.REQUESTS)
                    .inProcess(),
            rule("read.up-to-date", "A read sees what changed at the source since the last one", ListRules::upToDate)
                    .needs(LIST, READ)
                    .needs(Ability.FILL, Ability.EDIT));

    // Beyond any number of accounts or pages that is likely as a limit set for safety's sake.
    private static final int MANY_ACCOUNTS = 1_001;
    private static final int MANY_PAGES = 101;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);
    private static final int[] SIZES_WITHOUT_PAGES = {0, 1, 2, 9, 10, 11, 20, 50, 100, 101};

    private ListRules() {}

    private static void equalsRead(Trial trial) {
        if (trial.mayChange(CREATE) && trial.mayChange(DISABLE) && trial.has(DELETE)) {
            // Sources of enabled accounts only would hide a list and a read that differ in `disabled`.
            var account = trial.subject();
            trial.run(DISABLE, account.reference());
        }
        readEach(trial);
        if (trial.can(Ability.FILL)) {
            // A search for `u1` finds `u10` too.
            Filling.lookalikes(trial);
            readEach(trial);
        }
    }

    private static void readEach(Trial trial) {
        for (var listed : trial.sample(trial.accounts())) {
            if (listed.flag("incomplete")) {
                continue;
            }
            var exchange = trial.run(READ, listed.reference());
            trial.check(
                    exchange.succeeded(),
                    listed + " is in the list, but reading it fails: " + exchange.failure(),
                    exchange);
            var output = exchange.output();
            if (output == null) {
                throw trial.failure(
                        "read of " + listed + " sends one account, but sent "
                                + exchange.outputs().size(),
                        exchange);
            }
            var differences = Compare.differences("list", listed, "read", new ResourceObject(output));
            trial.check(differences.isEmpty(), "account " + listed + ": " + String.join("; ", differences), exchange);
            trial.exercised(listed);
        }
    }

    private static void complete(Trial trial) {
        for (var size : sizes(trial)) {
            trial.source().reset(size);
            trial.session().sourceChanged();
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT);
            trial.check(
                    exchange.succeeded(),
                    "with " + size + " accounts in the source the list fails: " + exchange.failure(),
                    exchange);
            var listed = Trial.objects(exchange);
            var ids = new LinkedHashSet<String>();
            listed.forEach(account -> ids.add(account.id()));
            var pages =
                    trial.can(Ability.PAGES) ? " (pages have " + trial.source().pageSize() + ")" : "";
            trial.check(
                    listed.size() == size && ids.size() == size,
                    "the source has " + size + " accounts" + pages + ", but the list sends " + listed.size()
                            + (ids.size() == listed.size() ? "" : ", only " + ids.size() + " of them different"),
                    exchange);
            listed.forEach(trial::exercised);
        }
        completeIfLong(trial);
    }

    private static void completeIfLong(Trial trial) {
        var size = Math.max(MANY_ACCOUNTS, trial.can(Ability.PAGES) ? MANY_PAGES * Filling.page(trial, 1) + 1 : 0);
        Filling.fill(trial, size);
        var request = CommandRequest.of(LIST, JsonValue.EMPTY_JSON_OBJECT).withConfig(trial.config());
        var sent = new int[1];
        var ending = trial.session().driver().stream(request, line -> {
            if (line.type().equals(Line.OUTPUT)) {
                sent[0]++;
            }
        });
        trial.check(
                ending.failure() == null,
                "with " + size + " accounts in the source the list fails: " + ending.failure());
        trial.check(
                sent[0] == size,
                "the source has " + size + " accounts, but the list sends " + sent[0]
                        + ": does it end after a number of pages or accounts?");
        trial.exercised(size, 0);
    }

    static int[] sizes(Trial trial) {
        if (!trial.can(Ability.PAGES)) {
            return SIZES_WITHOUT_PAGES;
        }
        var page = Filling.page(trial, 1);
        return new int[] {0, 1, Math.max(1, page - 1), page, page + 1, 2 * page, 3 * page + 1};
    }

    private static void streams(Trial trial) {
        var source = trial.source();
        source.reset(4 * Filling.page(trial, 1));
        var fetchedAtFirst = new ArrayList<Long>();
        var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, trial.config(), line -> {
            if (line.type().equals(Line.OUTPUT) && fetchedAtFirst.isEmpty()) {
                fetchedAtFirst.add(pagesFetched(trial));
            }
        });
        var fetched = pagesFetched(trial);
        if (fetched < 3 || fetchedAtFirst.isEmpty()) {
            throw new RuleSkipped("the connector fetched " + fetched + " pages and sent "
                    + exchange.outputs().size() + " accounts, too few to tell");
        }
        trial.check(
                fetchedAtFirst.get(0) < fetched,
                "the first account is sent after all " + fetched
                        + " pages were fetched: the whole list is kept in memory instead of being sent page by page",
                exchange);
        trial.exercised(exchange.outputs().size(), 0);
    }

    private static long pagesFetched(Trial trial) {
        return trial.source().requests().stream()
                .filter(request -> request.kind() == SourceRequest.Kind.LIST)
                .count();
    }

    private static void repeatable(Trial trial) {
        var first = trial.accounts();
        var veryFirst = trial.session().firstList();
        if (veryFirst != null && trial.can(Ability.FILL)) {
            same(trial, first, veryFirst, "the very first list that was asked for");
        }
        var again = trial.freshAccounts();
        same(trial, first, again, "a second list");
        first.forEach(trial::exercised);
    }

    private static void isolated(Trial trial) {
        var before = trial.accounts();
        disturb(trial, before);
        same(
                trial,
                before,
                trial.freshAccounts(),
                "a list after others with a filter, with state and with a bad config");
        before.forEach(trial::exercised);
    }

    private static void disturb(Trial trial, List<ResourceObject> accounts) {
        trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, filterOfAll(trial));
        var stateful = Json.object().add("stateful", true).build();
        var state = trial.run(LIST, stateful).states();
        if (!state.isEmpty()) {
            trial.run(LIST, Inputs.with(stateful, "state", state.get(0)));
        }
        trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_OBJECT);
        if (trial.has(READ)) {
            trial.run(READ, trial.inputs().unknown(accounts));
        }
    }

    private static JsonObject filterOfAll(Trial trial) {
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        return Inputs.with(
                trial.config(),
                FilterRules.ALL,
                Json.text(FilterProbe.everybody(identity).filter()));
    }

    private static void concurrent(Trial trial) {
        var expected = trial.accounts();
        if (expected.size() < 2) {
            throw new RuleSkipped("the source has " + expected.size() + " accounts; it takes two");
        }
        var driver = trial.session().driver();
        var list = CommandRequest.of(LIST, JsonValue.EMPTY_JSON_OBJECT).withConfig(trial.config());
        var filtered = list.withConfig(filterOfAll(trial));
        var inner = new ArrayList<Background<Exchange>>();
        var outer = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, trial.config(), line -> {
            if (line.type().equals(Line.OUTPUT) && inner.isEmpty()) {
                // On a thread of its own: a connector may well let one list wait for the end of another.
                inner.add(Background.start(() -> {
                    var exchange = driver.execute(list);
                    driver.execute(filtered);
                    return exchange;
                }));
                inner.get(0).result(SHORT_PATIENCE);
            }
        });
        trial.check(outer.succeeded(), "a list fails while another one runs: " + outer.failure(), outer);
        same(trial, expected, Trial.objects(outer), "a list during which another one ran");
        var other = inner.get(0)
                .result(PATIENCE)
                .orElseThrow(() -> trial.failure("a list that is asked for while another one runs does not end"));
        trial.check(other.succeeded(), "a list fails while another one runs: " + other.failure(), other);
        same(trial, expected, Trial.objects(other), "a list that ran during another one");
        expected.forEach(trial::exercised);
    }

    private static void concurrentReads(Trial trial) {
        var accounts = trial.accounts();
        if (accounts.size() < 2) {
            throw new RuleSkipped("the source has " + accounts.size() + " accounts; it takes two");
        }
        var one = accounts.get(0);
        var other = accounts.get(1);
        var request = CommandRequest.of(READ, other.reference()).withConfig(trial.config());
        var meanwhile = new ArrayList<Exchange>();
        var pending = new AtomicBoolean(true);
        trial.source().whenAsked(asked -> {
            if (pending.getAndSet(false)) {
                // On a thread of its own: a source that serves one call at a time would never answer otherwise.
                Background.start(() -> trial.session().driver().execute(request))
                        .result(PATIENCE)
                        .ifPresent(meanwhile::add);
            }
        });
        var exchange = trial.run(READ, one.reference());
        trial.source().whenAsked(asked -> {});
        if (meanwhile.isEmpty()) {
            throw new RuleSkipped("no second read could be made while the source answered the first");
        }
        isRead(trial, one, exchange, "while " + other + " was read too");
        isRead(trial, other, meanwhile.get(0), "while " + one + " was read too");
    }

    private static void isRead(Trial trial, ResourceObject account, Exchange exchange, String when) {
        var output = exchange.output();
        if (output == null) {
            throw trial.failure("reading " + account + " " + when + " fails: " + exchange.failure(), exchange);
        }
        var differences = Compare.differences("list", account, "read", new ResourceObject(output));
        trial.check(
                differences.isEmpty(),
                "account " + account + ", " + when + ": " + String.join("; ", differences),
                exchange);
        trial.exercised(account);
    }

    private static void upToDate(Trial trial) {
        for (var account : trial.accounts()) {
            trial.run(READ, account.reference());
        }
        trial.source().change(0);
        for (var account : trial.freshAccounts()) {
            isRead(trial, account, trial.run(READ, account.reference()), "after a change at the source");
        }
    }

    /** Fails unless two lists have the same objects, in whatever order. */
    static void same(Trial trial, List<ResourceObject> expected, List<ResourceObject> found, String what) {
        if (expected.stream().anyMatch(object -> object.id().isEmpty())) {
            throw new RuleSkipped("objects of the list have neither key nor identity, see keys.declared-type");
        }
        // An object that both have twice is a matter for keys.unique.
        var byId = byId(found);
        for (var object : byId(expected).values()) {
            var other = byId.remove(object.id());
            if (other == null) {
                throw trial.failure(what + " lacks " + object);
            }
            var differences = Compare.differences("the one list", object, "the other", other);
            trial.check(differences.isEmpty(), what + " differs in " + object + ": " + String.join("; ", differences));
        }
        trial.check(byId.isEmpty(), what + " has more: " + String.join(", ", byId.keySet()));
        trial.check(
                expected.size() == found.size(),
                what + " has " + found.size() + " objects instead of " + expected.size() + twice(expected, found));
    }

    private static String twice(List<ResourceObject> expected, List<ResourceObject> found) {
        var longer = new ArrayList<>(found.size() > expected.size() ? found : expected);
        byId(longer).values().forEach(longer::remove);
        return longer.isEmpty() ? "" : ": " + longer.get(0) + " is there more than once";
    }

    static Map<String, ResourceObject> byId(List<ResourceObject> objects) {
        var byId = new LinkedHashMap<String, ResourceObject>();
        objects.forEach(object -> byId.put(object.id(), object));
        return byId;
    }
}
