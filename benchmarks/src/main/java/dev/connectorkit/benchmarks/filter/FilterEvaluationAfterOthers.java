package dev.connectorkit.benchmarks.filter;

import dev.connectorkit.filter.Filter;
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
 * The time of one evaluation after fifteen other filters have run in the same JVM, so that no call in the evaluator has a
 * single target any more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class FilterEvaluationAfterOthers {
    @Param
    public Question question = Question.E1;

    @Param({"HAND_WRITTEN", "CONNECTORKIT"})
    public Engine engine = Engine.HAND_WRITTEN;

    private static final List<String> OTHERS = List.of(
            "active == true",
            "age >= 30 && age < 40",
            "salary > 500.5",
            "name != \"alice\"",
            "department.isEmpty() || location.isNull()",
            "groups.contains(\"Admins\")",
            "groups.containsAllIgnoreCase(\"users\", \"admins\")",
            "email.contains(\"@example\")",
            "email.containsIgnoreCase(\"PERSON1\")",
            "login.startsWithIgnoreCase(\"SVC_\")",
            "!(type == \"Contractor\") && name.endsWith(\"7\")",
            "costCenter == \"CC-1\" || costCenter == \"CC-2\" || age == 30",
            "id === \"account-7\" || id !== \"account-8\"",
            "manager.isNull() && name == login",
            "(active) || groups == \"A\"");

    private final List<Map<String, Object>> accounts = Accounts.all();
    private Predicate<Map<String, Object>> filter = account -> false;

    @Setup
    public void compile() {
        runOthers(accounts);
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

    static void runOthers(List<Map<String, Object>> accounts) {
        for (String other : OTHERS) {
            Filter compiled = Filter.compile(other);
            for (int round = 0; round < 200; round++) {
                accounts.forEach(compiled::matches);
            }
        }
    }
}
