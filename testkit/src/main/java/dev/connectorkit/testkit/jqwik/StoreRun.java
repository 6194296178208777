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
 * What happens to a store in one invocation: an interleaving of commands, flushes, failures and edits by others.
 *
 * @param keys the pool of keys, all different
 * @param values the pool of values; several of them look alike
 * @param initial what the source stores at first
 * @param isShown whether the configuration shows {@code connectorAttributes} even if nothing is stored
 * @param isFrozen whether everything handed to the store refuses to be changed; else everything is changed as soon as
 *     the store has it
 * @param commands what happens, in order
 */
public record StoreRun(
        List<String> keys,
        List<JsonValue> values,
        JsonObject initial,
        boolean isShown,
        boolean isFrozen,
        List<StoreCommand> commands) {
    private static final int KEYS = 4;
    private static final int VALUES = 4;
    private static final int MAX_COMMANDS = 8;

    /** Copies the lists. */
    public StoreRun {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
        commands = List.copyOf(commands);
    }

    /** Returns arbitrary runs of all commands. */
    public static Arbitrary<StoreRun> any() {
        return of(command());
    }

    /** Returns arbitrary runs of nothing but sets and deletes. */
    public static Arbitrary<StoreRun> edits() {
        return of(edit());
    }

    private static Arbitrary<StoreRun> of(Arbitrary<StoreCommand> commands) {
        var keys = JsonValues.commonNames().list().ofSize(KEYS).uniqueElements();
        var values = Combinators.combine(
                        JsonValues.lookalikes(),
                        JsonValues.values(),
                        Arbitraries.integers().between(0, VALUES))
                .as(StoreRun::mixed);
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

    /** Tells a step in words, as it stands in failure messages. */
    public String tell(StoreCommand command) {
        if (command instanceof Put put) {
            return "set `%s` to %s".formatted(keys.get(put.key()), Json.toText(values.get(put.value())));
        } else if (command instanceof PutSame put) {
            return "set `%s` to an equal value in another spelling".formatted(keys.get(put.key()));
        } else if (command instanceof ChangeInPlace change) {
            return "get `%s`, change the object, set it".formatted(keys.get(change.key()));
        } else if (command instanceof PutAgain put) {
            return "change the object that `%s` was set to, set it again".formatted(keys.get(put.key()));
        } else if (command instanceof Delete delete) {
            return "delete `%s`".formatted(keys.get(delete.key()));
        } else if (command instanceof Flush) {
            return "flush";
        } else if (command instanceof FailingFlush) {
            return "flush, but the platform fails";
        } else if (command instanceof Reload) {
            return "reload";
        } else if (command instanceof FailingReload) {
            return "reload, but the platform fails";
        } else if (command instanceof ExternalPut put) {
            return "an administrator sets `%s` to %s%s"
                    .formatted(
                            keys.get(put.key()), Json.toText(values.get(put.value())), put.isSeen() ? "; reload" : "");
        } else if (command instanceof ExternalDelete delete) {
            return "an administrator removes `%s`%s"
                    .formatted(keys.get(delete.key()), delete.isSeen() ? "; reload" : "");
        }
        throw new IllegalArgumentException("unknown command " + command);
    }

    /** Tells what is stored before the first step, and how the store is handed it. */
    public String tellStart() {
        var start = new StringBuilder("stored at first: ").append(Json.toText(initial));
        if (initial.isEmpty() && !isShown) {
            start.append(", and the config shows no connectorAttributes");
        }
        if (isFrozen) {
            start.append(", and all that the store is handed is unmodifiable");
        }
        return start.toString();
    }

    /** Tells the whole run: what is stored at first, then the steps. */
    @Override
    public String toString() {
        var story = new StringBuilder(tellStart());
        for (int i = 0; i < commands.size(); i++) {
            story.append("%n%d. %s".formatted(i + 1, tell(commands.get(i))));
        }
        return story.toString();
    }
}
