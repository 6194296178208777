package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import dev.connectorkit.testkit.simulation.SourceRequest;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What goes wrong at the source is retried, waited for, or reported; never passed over. */
final class FaultRules {
    private static final String BREAKS_OFF = "an answer of the source breaks off";

    static final List<Rule> RULES = List.of(
            faulty(
                    "faults.too-many-requests",
                    "A 429 is retried after the time it names",
                    trial -> tooMany(trial, Listed.ACCOUNTS)),
            faulty(
                            "faults.retry-after-heeded",
                            "A call that got 429 is not repeated before the time it names",
                            FaultRules::waits)
                    .inProcess()
                    .optional(),
            faulty(
                    "faults.long-wait-kept-alive",
                    "A long Retry-After does not cause silence",
                    trial -> longWait(trial, Listed.ACCOUNTS)),
            faulty(
                    "faults.error-fails-list",
                    "An error in the middle fails the list",
                    trial -> errors(trial, Listed.ACCOUNTS)),
            faulty(
                    "faults.truncated-page-fails-list",
                    "A page that breaks off fails the list",
                    trial -> fails(trial, Listed.ACCOUNTS, Fault.truncatedPage(), BREAKS_OFF)),
            faulty("faults.hang-times-out", "A source that does not answer is given up", FaultRules::hang),
            rule(
                            "faults.create-not-repeated",
                            "A create whose answer is lost is not repeated blindly",
                            FaultRules::createOnce)
                    .needs(CREATE)
                    .needs(Ability.FAULTS, Ability.REQUESTS, Ability.FILL)
                    .changingData());

    /** The same for the lists of entitlements, which run when the other rules about them do. */
    static final List<Rule> ENTITLEMENT_RULES = List.of(
            ofEntitlements(
                    "entitlements.too-many-requests",
                    "A 429 is retried after the time it names",
                    list -> list,
                    FaultRules::tooMany),
            ofEntitlements(
                    "entitlements.long-wait-kept-alive",
                    "A long Retry-After does not cause silence",
                    Rule::inProcess,
                    FaultRules::longWait),
            ofEntitlements(
                    "entitlements.error-fails-list",
                    "An error in the middle fails the list",
                    list -> list,
                    (trial, list) -> {
                        errors(trial, list);
                        fails(trial, list, Fault.truncatedPage(), BREAKS_OFF);
                    }),
            ofEntitlements(
                    "entitlements.silence",
                    "No silence is longer than 180 s, though each page takes 60 s",
                    Rule::inProcess,
                    LimitRules::entitlementSilence));

    // A connector that repeats a call without end must come to one here.
    static final int OFTEN = 200;
    private static final Duration TO_WAIT = Duration.ofSeconds(3);
    private static final Duration LONG_WAIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private FaultRules() {}

    private static Rule faulty(String id, String title, Rule.Body body) {
        return rule(id, title, body).needs(LIST).needs(Ability.FAULTS, Ability.FILL, Ability.REQUESTS);
    }

    private static Rule ofEntitlements(
            String id, String title, UnaryOperator<Rule> more, BiConsumer<Trial, Listed> body) {
        return more.apply(rule(id, title, trial -> Listed.entitlements(trial).forEach(list -> body.accept(trial, list)))
                .needs(ENTITLEMENT_LIST)
                .needs(Ability.FAULTS, Ability.FILL, Ability.REQUESTS));
    }

    private static void tooMany(Trial trial, Listed list) {
        var healthy = list.healthy(trial);
        for (var after : new TreeSet<>(List.of(0, healthy.calls() / 2))) {
            list.fill(trial);
            trial.source().inject(Fault.tooManyRequests(Duration.ofSeconds(2)).after(after));
            var exchange = list.run(trial);
            trial.check(
                    exchange.succeeded(),
                    "the source refuses one call with 429 and asks to wait 2 s, and " + list + " fails: "
                            + exchange.failure(),
                    exchange);
            trial.check(
                    exchange.outputs().size() == healthy.objects(),
                    "the source refuses one call with 429, and then " + list + " has "
                            + exchange.outputs().size() + " of " + healthy.objects() + " " + list.objects(),
                    exchange);
            trial.exercised(healthy.objects(), 0);
        }
    }

    private static void waits(Trial trial) {
        Listed.ACCOUNTS.fill(trial, 1);
        trial.source().inject(Fault.tooManyRequests(TO_WAIT).on(SourceRequest.Kind.LIST));
        var start = System.nanoTime();
        var exchange = Listed.ACCOUNTS.run(trial);
        var really = Duration.ofNanos(System.nanoTime() - start);
        var requests = trial.source().requests().stream()
                .filter(request -> request.kind() == SourceRequest.Kind.LIST)
                .toList();
        trial.source().heal();
        var refused = requests.isEmpty() ? null : requests.get(0);
        var repeated = requests.stream()
                .skip(1)
                .filter(request -> refused != null && request.target().equals(refused.target()))
                .findFirst();
        if (refused == null || repeated.isEmpty()) {
            throw new RuleSkipped("the connector does not repeat the call, see faults.too-many-requests");
        }
        var waited = Duration.between(refused.at(), repeated.get().at());
        // A connector may wait by a clock of its own.
        trial.check(
                waited.compareTo(TO_WAIT) >= 0 || really.compareTo(TO_WAIT) >= 0,
                "the source refuses `" + refused.target() + "` with 429 and asks to wait " + TO_WAIT.toSeconds()
                        + " s, and the connector repeats it after " + waited.toMillis()
                        + " ms: a source that is asked too soon goes on refusing",
                exchange);
        trial.exercised(1, 0);
    }

    private static void longWait(Trial trial, Listed list) {
        var middle = list.healthy(trial).calls() / 2;
        list.fill(trial);
        trial.source().inject(Fault.tooManyRequests(LONG_WAIT).after(middle));
        var exchange = list.run(trial);
        // Giving up is a decision that a connector may take; going silent is not.
        LimitRules.checkSilence(trial, exchange, "the source asks to wait for 10 min");
        if (!exchange.succeeded()) {
            trial.note("the connector gives up when the source asks to wait for 10 min");
        }
        trial.exercised(1, 0);
    }

    private static void errors(Trial trial, Listed list) {
        fails(trial, list, Fault.serverError(), "the source answers 500");
        fails(trial, list, Fault.unauthorized(), "the source answers 401");
        fails(trial, list, Fault.down(), "the source goes down");
    }

    private static void fails(Trial trial, Listed list, Fault fault, String what) {
        var healthy = list.healthy(trial);
        for (var after = 0; after < healthy.calls(); after++) {
            list.fill(trial);
            trial.source().inject(fault.after(after).times(OFTEN));
            var exchange = list.run(trial);
            if (exchange.succeeded() && exchange.outputs().size() == healthy.objects()) {
                continue;
            }
            trial.check(
                    !exchange.succeeded(),
                    "when " + what + " after " + after + " calls, " + list + " ends without an error and with "
                            + exchange.outputs().size() + " of " + healthy.objects() + " " + list.objects()
                            + ": the platform will take the others for deleted",
                    exchange);
            trial.exercised(1, 0);
        }
    }

    private static void hang(Trial trial) {
        var middle = Listed.ACCOUNTS.healthy(trial).calls() / 2;
        Listed.ACCOUNTS.fill(trial);
        trial.source().inject(Fault.hang().after(middle).times(OFTEN));
        var exchange = Listed.ACCOUNTS.run(trial);
        trial.check(
                exchange.ending().took().compareTo(PATIENCE) < 0,
                "the source does not answer, and the connector waits for "
                        + exchange.ending().took().toHours() + " h: calls need a timeout",
                exchange);
        trial.check(!exchange.succeeded(), "the source does not answer, and the list succeeds", exchange);
        trial.exercised(1, 0);
    }

    private static void createOnce(Trial trial) {
        Listed.ACCOUNTS.fill(trial);
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
