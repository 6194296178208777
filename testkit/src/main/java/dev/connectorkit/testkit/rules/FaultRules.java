package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import dev.connectorkit.testkit.simulation.SourceRequest;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;

/** What goes wrong at the source is retried, waited for, or reported; never passed over. */
final class FaultRules {
    static final List<Rule> RULES = List.of(
            faulty("faults.too-many-requests", "A 429 is retried after the time it names", FaultRules::tooMany),
            faulty("faults.long-wait-kept-alive", "A long Retry-After does not cause silence", FaultRules::longWait),
            faulty(
                    "faults.error-fails-list",
                    "An error in the middle fails the list",
                    trial -> fails(trial, Fault.serverError(), "the source answers 500")),
            faulty(
                    "faults.truncated-page-fails-list",
                    "A page that breaks off fails the list",
                    trial -> fails(trial, Fault.truncatedPage(), "an answer of the source breaks off")),
            faulty("faults.hang-times-out", "A source that does not answer is given up", FaultRules::hang),
            rule(
                            "faults.create-not-repeated",
                            "A create whose answer is lost is not repeated blindly",
                            FaultRules::createOnce)
                    .needs(CREATE)
                    .needs(Ability.FAULTS, Ability.REQUESTS, Ability.FILL)
                    .changingData());

    // A connector that repeats a call without end must come to one here.
    private static final int OFTEN = 200;
    private static final Duration LONG_WAIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private FaultRules() {}

    private static Rule faulty(String id, String title, Rule.Body body) {
        return rule(id, title, body).needs(LIST).needs(Ability.FAULTS, Ability.FILL, Ability.REQUESTS);
    }

    private static int fill(Trial trial) {
        var accounts = 3 * (trial.can(Ability.PAGES) ? trial.source().pageSize() : 5) + 1;
        trial.source().reset(accounts);
        trial.session().sourceChanged();
        return accounts;
    }

    /** Returns how many calls of a list go well before the one in the middle. */
    private static int middle(Trial trial) {
        fill(trial);
        trial.succeed(LIST, JsonValue.EMPTY_JSON_OBJECT);
        return trial.source().requests().size() / 2;
    }

    private static void tooMany(Trial trial) {
        var middle = middle(trial);
        for (var after : List.of(0, middle)) {
            var accounts = fill(trial);
            trial.source().inject(Fault.tooManyRequests(Duration.ofSeconds(2)).after(after));
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT);
            trial.check(
                    exchange.succeeded(),
                    "the source refuses one call with 429 and asks to wait 2 s, and the list fails: "
                            + exchange.failure(),
                    exchange);
            trial.check(
                    exchange.outputs().size() == accounts,
                    "the source refuses one call with 429, and then the list has "
                            + exchange.outputs().size() + " of " + accounts + " accounts",
                    exchange);
            trial.exercised(accounts, 0);
        }
    }

    private static void longWait(Trial trial) {
        var middle = middle(trial);
        fill(trial);
        trial.source().inject(Fault.tooManyRequests(LONG_WAIT).after(middle));
        var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT);
        if (trial.source().requests().isEmpty()) {
            throw new RuleSkipped("the list did not call the source");
        }
        // Giving up is a decision that a connector may take; going silent is not.
        LimitRules.checkSilence(trial, exchange, "the source asks to wait for 10 min");
        if (!exchange.succeeded()) {
            trial.note("the connector gives up when the source asks to wait for 10 min");
        }
        trial.exercised(1, 0);
    }

    private static void fails(Trial trial, Fault fault, String what) {
        var calls = Math.max(1, 2 * middle(trial));
        for (var after = 0; after < calls; after++) {
            var accounts = fill(trial);
            trial.source().inject(fault.after(after).times(OFTEN));
            var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT);
            if (exchange.succeeded() && exchange.outputs().size() == accounts) {
                continue;
            }
            trial.check(
                    !exchange.succeeded(),
                    "when " + what + " after " + after + " calls, the list ends without an error and with "
                            + exchange.outputs().size() + " of " + accounts
                            + " accounts: the platform will take the others for deleted",
                    exchange);
            trial.exercised(1, 0);
        }
    }

    private static void hang(Trial trial) {
        var middle = middle(trial);
        fill(trial);
        trial.source().inject(Fault.hang().after(middle).times(OFTEN));
        var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT);
        trial.check(
                exchange.ending().took().compareTo(PATIENCE) < 0,
                "the source does not answer, and the connector waits for "
                        + exchange.ending().took().toHours() + " h: calls need a timeout",
                exchange);
        trial.check(!exchange.succeeded(), "the source does not answer, and the list succeeds", exchange);
        trial.exercised(1, 0);
    }

    private static void createOnce(Trial trial) {
        fill(trial);
        var before = trial.has(LIST) ? trial.freshAccounts().size() : 0;
        var input = trial.inputs().create(Inputs.Extent.MAXIMAL);
        var earlier = trial.source().requests().size();
        trial.source().inject(Fault.lostAnswer().on(SourceRequest.Kind.CREATE).times(1));
        var exchange = trial.tryCreate(input);
        trial.source().heal();
        var requests = trial.source().requests();
        var during = requests.subList(earlier, requests.size());
        var creates = during.stream()
                .filter(request -> request.kind() == SourceRequest.Kind.CREATE)
                .count();
        var looks = during.stream()
                .filter(request -> request.kind() == SourceRequest.Kind.READ)
                .count();
        if (creates == 0) {
            throw new RuleSkipped("the create did not call the source");
        }
        trial.check(
                creates <= 1 || looks > 0,
                "the source made the account and its answer was lost; the connector sent the create " + creates
                        + " times without looking whether the account is there",
                exchange);
        if (trial.has(LIST)) {
            var after = trial.freshAccounts().size();
            trial.check(
                    after <= before + 1,
                    "the source made the account and its answer was lost; afterwards there are " + (after - before)
                            + " new accounts",
                    exchange);
        }
        trial.exercised(1, 0);
    }
}
