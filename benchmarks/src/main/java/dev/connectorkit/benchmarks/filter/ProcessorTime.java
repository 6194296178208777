package dev.connectorkit.benchmarks.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What {@link FilterEvaluation}, its relatives and {@link FilterCompilation} measure, but in processor
 * time, and the least of many short rounds: for machines that have other work to do, where elapsed time says little. On a
 * quiet machine JMH is the reference.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.filter.ProcessorTime RESULT.json} starts one JVM for each
 * combination, and writes the format of JMH's results.
 */
public final class ProcessorTime {
    private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(3);
    private static final int ROUNDS = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final ArrayNode results = json.createArrayNode();

    private ProcessorTime() {}

    /** Measures all combinations, or in a child process the one that is given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1) {
            var all = new ProcessorTime();
            all.measureAll();
            all.json.writerWithDefaultPrettyPrinter().writeValue(new File(arguments[0]), all.results);
        } else {
            System.out.println(measure(arguments[0], Question.valueOf(arguments[1]), Engine.valueOf(arguments[2])));
        }
    }

    private void measureAll() throws IOException, InterruptedException {
        for (Engine engine : Engine.values()) {
            for (Question question : Question.values()) {
                add("FilterEvaluation", question, engine, "ns/op");
                if (engine.compareTo(Engine.SPEL) <= 0) {
                    add("FilterEvaluationOfParsedAccounts", question, engine, "ns/op");
                }
                if (engine == Engine.HAND_WRITTEN || engine == Engine.CONNECTORKIT) {
                    add("FilterEvaluationAfterOthers", question, engine, "ns/op");
                }
                if (engine != Engine.HAND_WRITTEN) {
                    add("FilterCompilation", question, engine, "us/op");
                }
            }
        }
    }

    private void add(String benchmark, Question question, Engine engine, String unit)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessorTime.class.getName(),
                        benchmark,
                        question.name(),
                        engine.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), UTF_8).strip();
        if (child.waitFor() != 0) {
            throw new IllegalStateException(benchmark + " " + question + " " + engine + " failed");
        }
        double score = Double.parseDouble(output) / (unit.startsWith("us") ? 1000 : 1);
        System.out.printf("%-28s %s %-14s %10.2f %s%n", benchmark, question, engine, score, unit);
        var result = results.addObject().put("benchmark", benchmark);
        result.putObject("params").put("engine", engine.name()).put("question", question.name());
        result.putObject("primaryMetric").put("score", score).put("scoreUnit", unit);
    }

    private static double measure(String benchmark, Question question, Engine engine) {
        List<Map<String, Object>> accounts =
                benchmark.equals("FilterEvaluationOfParsedAccounts") ? Accounts.parsed() : Accounts.all();
        if (benchmark.equals("FilterCompilation")) {
            return least(1, () -> engine.compile(question).hashCode());
        }
        if (benchmark.equals("FilterEvaluationAfterOthers")) {
            FilterEvaluationAfterOthers.runOthers(accounts);
        }
        var filter = engine.compile(question);
        return least(Accounts.COUNT, () -> {
            int matching = 0;
            for (Map<String, Object> account : accounts) {
                if (filter.test(account)) {
                    matching++;
                }
            }
            return matching;
        });
    }

    /** Returns nanoseconds of processor time for one operation, of which the work does so many. */
    private static double least(int operations, IntSupplier work) {
        long start = now();
        long repetitions = 0;
        while (now() - start < WARM_UP) {
            consume(run(work, 50));
            repetitions += 50;
        }
        int round = (int) Math.max(1, repetitions * ROUND / WARM_UP);
        double least = Double.MAX_VALUE;
        for (int number = 0; number < ROUNDS; number++) {
            long before = now();
            consume(run(work, round));
            least = Math.min(least, (now() - before) / (double) ((long) round * operations));
        }
        return least;
    }

    private static int run(IntSupplier work, int repetitions) {
        int sum = 0;
        for (int number = 0; number < repetitions; number++) {
            sum += work.getAsInt();
        }
        return sum;
    }

    private static void consume(int result) {
        // Nobody can know this, so the work has to be done.
        if (result == System.identityHashCode(ProcessorTime.class)) {
            System.err.println(result);
        }
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
