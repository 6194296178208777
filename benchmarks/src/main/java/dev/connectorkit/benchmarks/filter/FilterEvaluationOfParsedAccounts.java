package dev.connectorkit.benchmarks.filter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of one evaluation over accounts that were parsed from JSON, so that no text of theirs is the very object that the
 * filter holds, as constants of a program would be.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class FilterEvaluationOfParsedAccounts {
    @Param
    public Question question = Question.E1;

    @Param({"HAND_WRITTEN", "CONNECTORKIT", "SPEL"})
    public Engine engine = Engine.HAND_WRITTEN;

    private final List<Map<String, Object>> accounts = Accounts.parsed();
    private Predicate<Map<String, Object>> filter = account -> false;

    @Setup
    public void compile() {
        filter = engine.compile(question);
    }

    @Benchmark
    @OperationsPerInvocation(Accounts.COUNT)
    public int evaluate() {
        int matching = 0;
        for (Map<String, Object> account : accounts) {
            if (filter.test(account)) {
                matching++;
            }
        }
        return matching;
    }
}
