package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import dev.connectorkit.testkit.simulation.SourceEdit;
import dev.connectorkit.testkit.simulation.SourceRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stateful list tells what changed since its last run, and loses nothing. */
final class StateRules {
    static final List<Rule> RULES = List.of(
            rule("state.saved", "A first stateful list saves state", StateRules::saved)
                    .needs(LIST),
            rule("state.first-run-full", "A stateful list without state sends everything", StateRules::firstRunFull)
                    .needs(LIST),
            rule("state.deltas-converge", "Deltas add up to the full list, whatever is edited", StateRules::converge)
                    .needs(LIST),
            rule("state.edit-during-run", "An edit made during an aggregation is not lost", StateRules::editDuringRun)
                    .needs(LIST)
                    .needs(Ability.FILL, Ability.EDIT, Ability.REQUESTS)
                    .inProcess(),
            rule("state.tells-again", "The same state makes the list tell the same again", StateRules::tellsAgain)
                    .needs(LIST)
                    .needs(Ability.FILL, Ability.EDIT),
            rule("state.failed-run-saves-none", "A run that fails saves no state", StateRules::failedRun)
                    .needs(LIST),
            // Last, since it reports on the runs of all the others.
            rule(
                    StateShape.RULE,
                    "State is one object, saved once, after the last output",
                    Observations.report(StateShape.RULE)));

    private static final String ONCE_MORE =
            "when a list of what changed is asked for once more with the state of an earlier run";
    private static final int ROUNDS = 4;
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(2);

    private StateRules() {}

    static JsonObject stateful(@Nullable JsonValue state) {
        var input = Json.object().add("stateful", true);
        if (state != null) {
            input.add("state", state);
        }
        return input.build();
    }

    static void requireStateful(Trial trial) {
        if (!trial.spec().isStateful()) {
            throw new RuleSkipped("the connector is not stateful: the specification lacks `supportsStatefulCommands`");
        }
    }

    private static Exchange run(Trial trial, @Nullable JsonValue state) {
        return trial.succeed(LIST, stateful(state));
    }

    /** Returns the state of a first run, without which there is no second that knows what changed. */
    private static JsonValue firstState(Trial trial, Exchange exchange) {
        var state = lastState(exchange);
        if (state == null && exchange.outputs().isEmpty()) {
            throw new RuleSkipped("a stateful list sends no account and saves no state");
        }
        if (state == null) {
            throw trial.failure("a stateful list saves no state, so the next one cannot know what changed", exchange);
        }
        return state;
    }

    /** Returns the state that the platform keeps after a run; a run that saves none leaves the one before. */
    private static JsonValue nextState(JsonValue before, Exchange exchange) {
        var state = lastState(exchange);
        return state == null ? before : state;
    }

    private static @Nullable JsonValue lastState(Exchange exchange) {
        var states = exchange.states();
        return states.isEmpty() ? null : states.get(states.size() - 1);
    }

    private static void saved(Trial trial) {
        requireStateful(trial);
        var state = firstState(trial, run(trial, null));
        if (lastState(run(trial, state)) == null) {
            trial.note("a list of what changed saves no state where nothing did: the platform keeps the one before");
        }
        if (state instanceof JsonObject object) {
            object.forEach((name, value) -> {
                if (value.getValueType() != JsonValue.ValueType.STRING) {
                    trial.note("state `" + name + "` is no text; the platform recommends text");
                }
            });
        }
        trial.exercised(2, 0);
    }

    private static void firstRunFull(Trial trial) {
        requireStateful(trial);
        var full = trial.accounts();
        var first = run(trial, null);
        // First of all, since a list that sends nothing and saves nothing leaves nothing else to look at.
        ListRules.same(trial, full, Trial.objects(first), "a first stateful list");
        var stateless = Inputs.with(stateful(firstState(trial, first)), "stateful", JsonValue.FALSE);
        ListRules.same(
                trial,
                full,
                Trial.objects(trial.succeed(LIST, stateless)),
                "a list that is not stateful, though given a state,");
        full.forEach(trial::exercised);
    }

    private static void converge(Trial trial) {
        requireStateful(trial);
        if (trial.can(Ability.EDIT) && trial.can(Ability.FILL)) {
            converge(trial, SourceHistory.random(trial.random(), SourceHistory.initialAccounts(trial), ROUNDS));
            converge(trial, SourceHistory.many(SourceHistory.initialAccounts(trial)));
            return;
        }
        convergeByCommands(trial);
    }

    private static void converge(Trial trial, List<SourceEdit> edits) {
        var failure = attempt(trial, edits);
        if (failure != null) {
            var shortest = Shrinker.shrink(edits, shorter -> attempt(trial, shorter) != null);
            var last = attempt(trial, shortest);
            var steps = new ArrayList<String>();
            steps.add("list everything, and keep the state");
            shortest.forEach(edit -> steps.add(edit.toString()));
            steps.add("list what changed, and compare with the full list");
            throw trial.failure((last == null ? failure : last).text(), steps);
        }
    }

    private static @Nullable RuleFailure attempt(Trial trial, List<SourceEdit> edits) {
        try {
            trial.source().reset(SourceHistory.initialAccounts(trial));
            trial.session().sourceChanged();
            var known = new Known(trial);
            for (var edit : edits) {
                trial.source().clock().advance(BETWEEN_EDITS);
                SourceHistory.apply(edit, trial.source());
                trial.source().clock().advance(BETWEEN_EDITS);
                if (edit.what() == SourceEdit.What.AGGREGATE) {
                    known.update();
                }
            }
            known.update();
            known.check();
            return null;
        } catch (RuleFailure failure) {
            return failure;
        }
    }

    private static void convergeByCommands(Trial trial) {
        if (!trial.mayChange(CommandTypes.CREATE)) {
            throw new RuleSkipped("nothing can edit the source: there is no hand on it, and no account may be created");
        }
        var known = new Known(trial);
        var early = known.copy();
        var kept = trial.create(trial.inputs().create(Inputs.Extent.MAXIMAL));
        var removed = trial.create(trial.inputs().create(Inputs.Extent.MAXIMAL));
        known.update();
        known.check();
        if (trial.has(CommandTypes.UPDATE)) {
            var updates = new Updates(trial, kept);
            for (var attribute : updates.attributes()) {
                var value = attribute.multi() ? null : trial.inputs().value(attribute);
                if (value != null
                        && updates.make(Inputs.change("Set", attribute.name(), value)) == Updates.Outcome.MADE) {
                    break;
                }
            }
        }
        known.update();
        known.check();
        if (trial.has(CommandTypes.DELETE)) {
            trial.succeed(CommandTypes.DELETE, removed.reference());
            trial.session().deleted(removed);
            known.update();
            known.check();
        }
        early.update();
        early.check(ONCE_MORE);
    }

    private static void editDuringRun(Trial trial) {
        requireStateful(trial);
        for (var edit : List.of(SourceEdit.What.CHANGE, SourceEdit.What.ADD, SourceEdit.What.REMOVE)) {
            var source = trial.source();
            source.reset(SourceHistory.initialAccounts(trial));
            trial.session().sourceChanged();
            editAtNextList(
                    trial,
                    new SourceEdit(edit, edit == SourceEdit.What.ADD ? SourceHistory.NEW_ACCOUNT : 0),
                    BETWEEN_EDITS);
            var known = new Known(trial);
            trial.source().clock().advance(BETWEEN_EDITS);
            known.update();
            if (edit == SourceEdit.What.REMOVE) {
                // Others may be missed by now: a source that counts off its pages moves them up meanwhile.
                known.checkRemoved("an account was removed while a full list ran", known.full());
                continue;
            }
            known.check("an account was " + edit.done() + " while a full list ran");

            editAtNextList(trial, new SourceEdit(SourceEdit.What.CHANGE, 1), BETWEEN_EDITS);
            known.update();
            trial.source().clock().advance(BETWEEN_EDITS);
            known.update();
            known.check("an account was changed while a delta ran");
        }
        editAtTheSameTime(trial);
    }

    private static void editAtTheSameTime(Trial trial) {
        var source = trial.source();
        source.reset(SourceHistory.initialAccounts(trial));
        trial.session().sourceChanged();
        if (trial.can(Ability.FAULTS)) {
            source.slowDown(Duration.ZERO);
        }
        editAtNextList(trial, new SourceEdit(SourceEdit.What.CHANGE, 0), Duration.ZERO);
        var known = new Known(trial);
        source.clock().advance(BETWEEN_EDITS);
        known.update();
        known.check("an account was changed at the very time at which the list before ran");
    }

    private static void tellsAgain(Trial trial) {
        requireStateful(trial);
        var known = new Known(trial);
        var state = known.state;
        for (var number = 0; number < 2; number++) {
            trial.source().clock().advance(BETWEEN_EDITS);
            trial.source().change(number);
            trial.source().clock().advance(BETWEEN_EDITS);
            known.state = nextState(known.state, run(trial, known.state));
        }
        known.state = state;
        known.update();
        known.check(ONCE_MORE);
    }

    private static void editAtNextList(Trial trial, SourceEdit edit, Duration around) {
        var source = trial.source();
        var pending = new ArrayList<>(List.of(edit));
        source.whenAsked(request -> {
            if (request.kind() == SourceRequest.Kind.LIST && !pending.isEmpty()) {
                var next = pending.remove(0);
                source.clock().advance(around);
                SourceHistory.apply(next, source);
                source.clock().advance(around);
                trial.session().sourceMoves();
            }
        });
    }

    private static void failedRun(Trial trial) {
        requireStateful(trial);
        if (!trial.can(Ability.FAULTS) || !trial.can(Ability.FILL) || !trial.can(Ability.REQUESTS)) {
            failedByConfig(trial);
            return;
        }
        var source = trial.source();
        var accounts = SourceHistory.initialAccounts(trial);
        source.reset(accounts);
        var state = firstState(trial, run(trial, null));
        var calls = source.requests().size();
        for (var after = 0; after < calls; after++) {
            source.reset(accounts);
            source.inject(Fault.serverError().after(after));
            noState(trial, trial.run(LIST, stateful(null)));
        }
        source.reset(accounts);
        source.inject(Fault.serverError());
        noState(trial, trial.run(LIST, stateful(state)));
        source.heal();
    }

    /** Lets lists fail by what is wrong in the configuration, where nobody can let the source fail. */
    private static void failedByConfig(Trial trial) {
        firstState(trial, run(trial, null));
        var configs = new ArrayList<JsonObject>();
        configs.add(JsonValue.EMPTY_JSON_OBJECT);
        configs.add(Inputs.with(trial.config(), FilterRules.ALL, Json.text("( id == ")));
        var wrong = LifeRules.withWrongSecrets(trial);
        if (wrong != null) {
            configs.add(wrong);
        }
        for (var config : configs) {
            noState(trial, trial.run(LIST, stateful(null), config));
        }
        if (trial.objects() == 0) {
            throw new RuleSkipped("no list could be made to fail, by an empty config, by a filter that is none, or by"
                    + " wrong credentials");
        }
    }

    private static void noState(Trial trial, Exchange exchange) {
        if (!exchange.succeeded()) {
            trial.check(
                    exchange.states().isEmpty(),
                    "a stateful list fails after it saved state: the changes it did not send are lost to the next run",
                    exchange);
            trial.exercised(1, 0);
        }
    }

    /** What a platform knows of the accounts from the runs so far. */
    private static final class Known {
        private final Trial trial;
        private final Map<String, ResourceObject> accounts = new LinkedHashMap<>();
        private final Set<String> removed = new HashSet<>();
        private JsonValue state;

        private Known(Trial trial, Map<String, ResourceObject> accounts, JsonValue state) {
            this.trial = trial;
            this.accounts.putAll(accounts);
            this.state = state;
        }

        /** Returns what is known now, whatever comes later. */
        Known copy() {
            return new Known(trial, accounts, state);
        }

        Known(Trial trial) {
            this.trial = trial;
            var first = run(trial, null);
            Trial.objects(first).forEach(account -> accounts.put(account.id(), account));
            state = firstState(trial, first);
        }

        void update() {
            var delta = run(trial, state);
            for (var account : Trial.objects(delta)) {
                if (account.flag("deleted")) {
                    accounts.remove(account.id());
                    removed.add(account.id());
                } else {
                    accounts.put(account.id(), account);
                    removed.remove(account.id());
                }
            }
            state = nextState(state, delta);
        }

        void check() {
            check("after a list of what changed");
        }

        void check(String when) {
            var full = full();
            full.forEach((id, account) -> {
                var known = accounts.get(id);
                if (known == null) {
                    throw trial.failure(
                            removed.contains(id)
                                    ? when + ", deltas say last that account " + account
                                            + " was deleted, but the full list has it"
                                    : when + ", deltas never sent account " + account + ", which the full list has");
                }
                var differences = Compare.differences("deltas", known, "the full list", account);
                trial.check(
                        differences.isEmpty(),
                        when + ", account " + account + " is not up to date: " + String.join("; ", differences));
                trial.exercised(account);
            });
            checkRemoved(when, full);
        }

        Map<String, ResourceObject> full() {
            return ListRules.byId(trial.freshAccounts());
        }

        void checkRemoved(String when, Map<String, ResourceObject> full) {
            trial.exercised(full.size(), 0);
            accounts.keySet()
                    .forEach(id -> trial.check(
                            full.containsKey(id),
                            when + ", account `" + id
                                    + "` is gone from the full list, but no delta said so with `deleted`"));
        }
    }
}
