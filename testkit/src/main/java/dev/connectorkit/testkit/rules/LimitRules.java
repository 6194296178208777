package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What the platform takes: no long silence, no large message, no growing memory. */
final class LimitRules {
    static final String MESSAGE_SIZE = "limits.message-size";

    static final List<Rule> RULES = List.of(
            rule(
                            "limits.silence",
                            "No silence is longer than 180 s, though each page takes 60 s",
                            trial -> silence(trial, trial.config(), "each page of the source takes 60 s"))
                    .needs(LIST)
                    .needs(Ability.FILL, Ability.FAULTS)
                    .inProcess(),
            rule(
                            "filter.kept-alive",
                            "A filter that leaves out nearly everything does not cause silence",
                            LimitRules::heavyFilter)
                    .needs(LIST)
                    .needs(Ability.FILL, Ability.FAULTS)
                    .inProcess(),
            rule(MESSAGE_SIZE, "No message is larger than 256 KiB", Observations.report(MESSAGE_SIZE)),
            rule("limits.memory", "Memory in use does not grow with the list", LimitRules::memory)
                    .needs(LIST)
                    .needs(Ability.FILL)
                    .inProcess()
                    .stochastic());

    static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);
    private static final int LARGEST_MESSAGE = 256 * 1024;
    private static final Duration SLOW_PAGE = Duration.ofMinutes(1);
    private static final int PAGES = 8;
    private static final int MANY_ACCOUNTS = 12_000;
    private static final int MEASUREMENTS = 6;
    private static final int BYTES_AN_ACCOUNT = 300;
    // The serial collector leaves dead objects, such as a page of a thousand rows, where they are three times of four.
    private static final int THOROUGH = 4;

    /** Looks at the size of every line. */
    static final Observations.Check SIZE_CHECK = new Observations.Check() {
        @Override
        public String rule() {
            return MESSAGE_SIZE;
        }

        @Override
        public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
            for (var line : exchange.lines()) {
                count.add(1, 0);
                if (line.size() > LARGEST_MESSAGE) {
                    return "a line of `" + exchange.request().type() + "` has " + line.size() + " bytes, more than the "
                            + LARGEST_MESSAGE + " that the platform takes";
                }
            }
            var failure = exchange.failure();
            return failure != null && failure.message().contains("the platform takes")
                    ? "the runtime refuses a message: " + failure.message()
                    : null;
        }
    };

    private LimitRules() {}

    private static void silence(Trial trial, JsonObject config, String why) {
        var source = trial.source();
        source.reset(PAGES * Filling.page(trial, 10));
        source.slowDown(SLOW_PAGE);
        var exchange = trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, config);
        source.heal();
        trial.check(exchange.succeeded(), "when " + why + ", the list fails: " + exchange.failure(), exchange);
        checkSilence(trial, exchange, why);
        if (exchange.ending().took().compareTo(LONGEST_SILENCE) < 0) {
            throw new RuleSkipped("the list took " + exchange.ending().took().toSeconds()
                    + " s of the virtual clock, too little to tell: does the source take its time on that clock?");
        }
        trial.exercised(exchange.lines().size(), 0);
    }

    /** Fails if a list of entitlements is silent for long while the source takes its time. */
    static void entitlementSilence(Trial trial, Listed listed) {
        listed.fill(trial, PAGES);
        trial.source().slowDown(SLOW_PAGE);
        var exchange = listed.run(trial);
        trial.source().heal();
        var why = "each page of the source takes 60 s";
        trial.check(exchange.succeeded(), "when " + why + ", " + listed + " fails: " + exchange.failure(), exchange);
        checkSilence(trial, exchange, why);
        if (exchange.ending().took().compareTo(LONGEST_SILENCE) < 0) {
            trial.note(listed + " takes too little time to tell");
            return;
        }
        trial.exercised(exchange.lines().size(), 0);
    }

    static void checkSilence(Trial trial, Exchange exchange, String why) {
        var last = Duration.ZERO;
        for (var line : exchange.lines()) {
            checkGap(trial, exchange, line.at().minus(last), why);
            last = line.at();
        }
        checkGap(trial, exchange, exchange.ending().took().minus(last), why);
    }

    private static void checkGap(Trial trial, Exchange exchange, Duration gap, String why) {
        trial.check(
                gap.compareTo(LONGEST_SILENCE) <= 0,
                "the connector is silent for " + gap.toSeconds() + " s when " + why
                        + "; after 180 s the platform drops the command: send as you fetch, or send keepAlive",
                exchange);
    }

    private static void heavyFilter(Trial trial) {
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        var filter = FilterProbe.everybody(identity).filter();
        silence(
                trial,
                Inputs.with(trial.config(), FilterRules.ALL, Json.text(filter)),
                "a filter leaves out every account and each page takes 60 s");
    }

    private static void memory(Trial trial) {
        trial.source().reset(MANY_ACCOUNTS);
        var growth = growth(trial, 1);
        if (growth > BYTES_AN_ACCOUNT) {
            // Whatever else runs in this process may have grown meanwhile: only growth that repeats counts.
            trial.source().reset(MANY_ACCOUNTS);
            growth = Math.min(growth, growth(trial, THOROUGH));
        }
        trial.check(
                growth <= BYTES_AN_ACCOUNT,
                "while a list of " + MANY_ACCOUNTS + " accounts was sent, the memory in use grew by " + growth
                        + " bytes an account: what was sent is kept, the accounts or the patches of stored values");
        trial.exercised(MANY_ACCOUNTS, 0);
    }

    private static long growth(Trial trial, int collections) {
        var meter = new MemoryMeter(MANY_ACCOUNTS / (MEASUREMENTS + 1), collections);
        var ending = trial.session().driver().stream(
                CommandRequest.of(LIST, JsonValue.EMPTY_JSON_OBJECT).withConfig(trial.config()), line -> {
                    if (line.type().equals(Line.OUTPUT)) {
                        meter.count();
                    }
                });
        trial.check(ending.failure() == null, "a list of " + MANY_ACCOUNTS + " accounts fails: " + ending.failure());
        return meter.bytesEach();
    }

    /** Measures the memory in use at several points of a long list, at equal distances. */
    private static final class MemoryMeter {
        private final int distance;
        private final int collections;
        private final List<Long> used = new ArrayList<>();
        private int seen;

        MemoryMeter(int distance, int collections) {
            this.distance = distance;
            this.collections = collections;
        }

        void count() {
            seen++;
            if (seen % distance == 0 && used.size() < MEASUREMENTS) {
                used.add(LongStream.range(0, collections)
                        .map(time -> usedAfterCollection())
                        .min()
                        .orElseThrow());
            }
        }

        private static long usedAfterCollection() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        /**
         * Returns by how much an account lets the memory in use grow: the median over the parts of the list, since what
         * else runs in this process takes and frees memory now and then.
         */
        long bytesEach() {
            if (used.size() < MEASUREMENTS) {
                throw new RuleSkipped("the list has " + seen + " accounts, though the source has more");
            }
            var growths = new ArrayList<Long>();
            for (var i = 1; i < used.size(); i++) {
                growths.add(used.get(i) - used.get(i - 1));
            }
            growths.sort(null);
            return growths.get(growths.size() / 2) / distance;
        }
    }
}
