package dev.connectorkit.benchmarks.store;

import java.util.concurrent.TimeUnit;
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

/** The time to make the patch of one run that changes one key in a hundred. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class PatchMaking {
    @Param
    public PatchMaker maker = PatchMaker.CONNECTORKIT;

    @Param({"10", "1000", "100000"})
    public int keys = 10;

    private PatchMaker.Work work = maker.on(Documents.of(keys));
    private boolean forth;

    @Setup(Level.Trial)
    public void open() {
        work = maker.on(Documents.of(keys));
        forth = false;
    }

    /** Goes there and back in turns, so that a store that remembers what it sent has the same to do each time. */
    @Benchmark
    public Object patch() {
        forth = !forth;
        return work.make(forth);
    }
}
