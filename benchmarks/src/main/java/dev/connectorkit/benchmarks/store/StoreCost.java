package dev.connectorkit.benchmarks.store;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.store.DataStore;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of single commands of an open store, by how much it holds. Ten keys are touched in turns, whatever the size, so
 * that the caches of the processor have no say.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class StoreCost {
    private static final int TOUCHED = 10;

    /** A command. */
    public enum Command {
        /** Gets a value. */
        GET {
            @Override
            @Nullable
            Object run(StoreCost cost, String key) {
                return cost.store.get(key);
            }
        },

        /** Sets a value that is equal to the stored one, and another object. */
        SET_UNCHANGED {
            @Override
            Object run(StoreCost cost, String key) {
                cost.store.set(key, cost.unchanged);
                return cost.store;
            }
        },

        /** Sets a value to another, and flushes. */
        FLUSH_ONE_CHANGE {
            @Override
            Object run(StoreCost cost, String key) {
                cost.store.set(key, cost.changing);
                cost.store.flush();
                return cost.source.patch();
            }
        };

        abstract @Nullable Object run(StoreCost cost, String key);
    }

    @Param
    public Command command = Command.GET;

    @Param({"10", "1000", "100000"})
    public int stored = 10;

    private final JsonString unchanged = Json.text("2024-01-15T10:30:00Z");
    private final List<String> keys = new ArrayList<>();
    private Source source = new Source(JsonValue.EMPTY_JSON_OBJECT);
    private DataStore store = DataStore.of(source.context(), source);
    private boolean isOn = true;
    private JsonValue changing = JsonValue.TRUE;
    private int next;

    /** Fills a source and opens its store. */
    @Setup(Level.Trial)
    public void open() {
        var values = Json.object();
        for (int number = 0; number < stored; number++) {
            values.add("key-" + number, Json.text("2024-01-15T10:30:00Z"));
        }
        keys.clear();
        for (int number = 0; number < TOUCHED; number++) {
            keys.add("key-" + number * (stored / TOUCHED));
        }
        source = new Source(Documents.config(values.build()));
        store = DataStore.of(source.context(), source);
    }

    /** Runs the command on the next of the touched keys. */
    @Benchmark
    public @Nullable Object run() {
        if (++next == TOUCHED) {
            next = 0;
            isOn = !isOn;
            changing = isOn ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return command.run(this, keys.get(next));
    }
}
