package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.PatchRejectedException;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A list that stores how far it came goes on there when it was cut off, and nowhere else. */
final class ResumeRules {
    static final List<Rule> RULES = List.of(rule(
                    "data-store.resumes",
                    "What a list stores makes the next one go on where it was cut off, and start anew otherwise",
                    ResumeRules::resumes)
            .needs(LIST)
            .needs(Ability.FILL)
            .inProcess());

    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final int USUAL_PAGE = 10;
    private static final int FAILING_CALLS = 3;

    private ResumeRules() {}

    private static void resumes(Trial trial) {
        var page = Filling.page(trial, USUAL_PAGE);
        var platform = start(trial, 3 * page + 1);
        var stores = new Runs(trial, platform);
        var all = stores.run(Integer.MAX_VALUE);
        if (!stores.hasStored) {
            throw new RuleSkipped("the list stores nothing in the source's configuration");
        }
        trial.source().clock().advance(A_WHILE);
        var again = stores.run(Integer.MAX_VALUE);
        // One that asks for what changed since the last one has nothing to send.
        trial.check(
                again.isEmpty() || again.containsAll(all),
                "a list that follows one that came to its end sends " + again.size() + " accounts of " + all.size()
                        + ", though nothing changed: it goes on from what the one before stored, which should be"
                        + " removed at the end");
        for (var sent : List.of(1, page, page + 1, 2 * page + 1)) {
            var runs = new Runs(trial, start(trial, 3 * page + 1));
            var known = runs.run(sent);
            checkTogether(trial, all, known, runs, "was cut off after " + sent + " accounts");
        }
        for (var calls = 1; calls <= FAILING_CALLS && trial.can(Ability.FAULTS); calls++) {
            var runs = new Runs(trial, start(trial, 3 * page + 1));
            trial.source().inject(Fault.serverError().after(calls));
            var known = runs.run(Integer.MAX_VALUE);
            trial.source().heal();
            checkTogether(trial, all, known, runs, "failed after " + calls + " calls to the source");
        }
    }

    private static SimulatedPlatform start(Trial trial, int accounts) {
        Filling.fill(trial, accounts);
        trial.source().clock().advance(A_WHILE);
        var platform = SimulatedPlatform.withConfig(trial.config());
        platform.hideEmptyAttributes();
        return platform;
    }

    private static void checkTogether(Trial trial, Set<String> all, Set<String> known, Runs runs, String what) {
        var together = new LinkedHashSet<>(known);
        together.addAll(runs.run(Integer.MAX_VALUE));
        var missing = all.stream().filter(id -> !together.contains(id)).collect(Collectors.joining(", "));
        trial.check(
                missing.isEmpty(),
                "a list " + what + ", and neither it nor the next one sends " + missing
                        + ": store how far the list came only after it was sent");
        trial.exercised(together.size(), 0);
    }

    /** Runs of one source, of which each finds what those before it stored. */
    private static final class Runs {
        private final Trial trial;
        private final SimulatedPlatform platform;
        private boolean hasStored;

        Runs(Trial trial, SimulatedPlatform platform) {
            this.trial = trial;
            this.platform = platform;
        }

        /** Lists the accounts until so many were sent; returns their ids. */
        Set<String> run(int most) {
            var ids = new LinkedHashSet<String>();
            var patches = new ArrayList<JsonArray>();
            try {
                trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT, platform.config(), line -> {
                    if (ids.size() >= most) {
                        throw new UncheckedIOException(new IOException("the platform does not read on"));
                    }
                    if (line.type().equals(Line.OUTPUT) && line.data() instanceof JsonObject account) {
                        ids.add(new ResourceObject(account).id());
                    } else if (line.type().equals(Line.CONFIG) && line.data() instanceof JsonArray patch) {
                        patches.add(patch);
                    }
                });
            } catch (UncheckedIOException e) {
                trial.note("the connector learns that nobody reads on");
            }
            patches.forEach(this::store);
            return ids;
        }

        private void store(JsonArray patch) {
            try {
                platform.patchConfig(patch);
                hasStored = true;
            } catch (PatchRejectedException e) {
                trial.note("the platform refuses a patch, see data-store.patches-apply");
            }
        }
    }
}
