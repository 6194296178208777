package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.jqwik.StoreCommand.ChangeInPlace;
import dev.connectorkit.testkit.jqwik.StoreCommand.Delete;
import dev.connectorkit.testkit.jqwik.StoreCommand.ExternalDelete;
import dev.connectorkit.testkit.jqwik.StoreCommand.ExternalPut;
import dev.connectorkit.testkit.jqwik.StoreCommand.FailingFlush;
import dev.connectorkit.testkit.jqwik.StoreCommand.FailingReload;
import dev.connectorkit.testkit.jqwik.StoreCommand.Flush;
import dev.connectorkit.testkit.jqwik.StoreCommand.Put;
import dev.connectorkit.testkit.jqwik.StoreCommand.PutAgain;
import dev.connectorkit.testkit.jqwik.StoreCommand.PutSame;
import dev.connectorkit.testkit.jqwik.StoreCommand.Reload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitraries of stored values and of what happens to them. Keys and values come from small pools, so that commands meet:
 * four in ten keys are such that careless code gets wrong, and most values of a run look alike.
 */
public final class StoreEdits {
    private static final int KEYS = 4;
    private static final int VALUES = 4;
    private static final int MAX_COMMANDS = 8;

    private StoreEdits() {}

    /**
     * Returns arbitrary configurations as the platform shows them to a connector: settings, and what is stored both at
     * the root and below {@code connectorAttributes}, which may be missing if nothing is stored.
     */
    public static Arbitrary<JsonObject> configs() {
        return Combinators.combine(JsonValues.objects(), Arbitraries.of(true, false))
                .as(StoreEdits::config);
    }

    /** Returns arbitrary runs of nothing but sets and deletes. */
    public static Arbitrary<StoreRun> edits() {
        return runs(edit());
    }

    /** Returns arbitrary runs of everything that can happen: edits, flushes, reloads, failures, and edits by others. */
    public static Arbitrary<StoreRun> interleavings() {
        return runs(command());
    }

    /**
     * Returns the runs of three steps on one key, be it stored at first or not: what most faults show with, and what
     * chance may leave out of {@link #interleavings()}. They are few enough for all of them to be tried.
     */
    public static Arbitrary<StoreRun> shortRuns() {
        var steps = List.<StoreCommand>of(
                new Put(0, 0),
                new Put(0, 1),
                new Delete(0),
                new Flush(),
                new FailingFlush(),
                new ExternalPut(0, 1, true),
                new ExternalDelete(0, true));
        var values = List.of(JsonValue.NULL, Json.parse("{\"a\": [1]}"));
        var stored = Json.object().add("a", JsonValue.NULL).build();
        var runs = new ArrayList<StoreRun>();
        for (var initial : List.of(JsonValue.EMPTY_JSON_OBJECT, stored)) {
            for (var first : steps) {
                for (var second : steps) {
                    for (var third : steps) {
                        var commands = List.of(first, second, third);
                        runs.add(new StoreRun(List.of("a"), values, initial, true, false, commands));
                    }
                }
            }
        }
        return Arbitraries.of(runs);
    }

    private static JsonObject config(JsonObject stored, boolean isShown) {
        var config = Json.object().add("baseUrl", "https://api.example.com");
        stored.forEach(config::add);
        if (isShown || !stored.isEmpty()) {
            config.add("connectorAttributes", stored);
        }
        return config.build();
    }

    private static Arbitrary<StoreRun> runs(Arbitrary<StoreCommand> commands) {
        var keys = JsonValues.commonNames().list().ofSize(KEYS).uniqueElements();
        var values = Combinators.combine(
                        JsonValues.lookalikes(),
                        JsonValues.values(),
                        Arbitraries.integers().between(0, VALUES))
                .as(StoreEdits::mixed);
        var initial = Arbitraries.integers().between(-1, VALUES - 1).list().ofMaxSize(KEYS);
        return Combinators.combine(
                        keys,
                        values,
                        initial,
                        Arbitraries.of(true, false),
                        Arbitraries.of(false, true),
                        commands.list().ofMinSize(1).ofMaxSize(MAX_COMMANDS))
                .as((pool, contents, stored, isShown, isFrozen, steps) ->
                        new StoreRun(pool, contents, initial(pool, contents, stored), isShown, isFrozen, steps));
    }

    private static List<JsonValue> mixed(List<JsonValue> family, JsonValue other, int offset) {
        var values = new ArrayList<JsonValue>();
        for (int i = 0; i < VALUES - 1; i++) {
            values.add(family.get((i + offset) % family.size()));
        }
        values.add(other);
        return values;
    }

    private static JsonObject initial(List<String> keys, List<JsonValue> values, List<Integer> stored) {
        var initial = Json.object();
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i) >= 0) {
                initial.add(keys.get(i), values.get(stored.get(i)));
            }
        }
        return initial.build();
    }

    private static Arbitrary<Integer> key() {
        return Arbitraries.integers().between(0, KEYS - 1);
    }

    private static Arbitrary<Integer> value() {
        return Arbitraries.integers().between(0, VALUES - 1);
    }

    private static Arbitrary<StoreCommand> edit() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(key(), value()).as(Put::new)),
                Tuple.of(1, key().map(PutSame::new)),
                Tuple.of(3, key().map(Delete::new)));
    }

    private static Arbitrary<StoreCommand> command() {
        var isSeen = Arbitraries.of(true, true, true, false);
        return Arbitraries.frequencyOf(
                Tuple.of(6, edit()),
                Tuple.of(2, key().map(PutSame::new)),
                Tuple.of(2, key().map(ChangeInPlace::new)),
                Tuple.of(1, key().map(PutAgain::new)),
                Tuple.of(5, Arbitraries.create(Flush::new)),
                Tuple.of(2, Arbitraries.create(FailingFlush::new)),
                Tuple.of(1, Arbitraries.create(Reload::new)),
                Tuple.of(1, Arbitraries.create(FailingReload::new)),
                Tuple.of(3, Combinators.combine(key(), value(), isSeen).as(ExternalPut::new)),
                Tuple.of(2, Combinators.combine(key(), isSeen).as(ExternalDelete::new)));
    }
}
