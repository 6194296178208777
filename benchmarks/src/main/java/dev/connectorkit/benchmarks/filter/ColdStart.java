package dev.connectorkit.benchmarks.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes the time of whole processes that compile one filter, with and without class-data sharing, and from Java 25 on with
 * an ahead-of-time cache.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.filter.ColdStart RUNS RESULT.json} writes the least
 * of each in the format of JMH's results.
 */
public final class ColdStart {
    private static final List<String> ENGINES =
            List.of("NONE", "CONNECTORKIT", "SPEL", "AVIATOR", "MVEL", "JEXL", "CEL");

    /** Earlier versions need two steps to make an ahead-of-time cache. */
    private static final int FIRST_WITH_CACHE = 25;

    private final int runs;
    private final ObjectMapper json = new ObjectMapper();
    private final ArrayNode results = json.createArrayNode();

    private ColdStart(int runs) {
        this.runs = runs;
    }

    /** Measures every engine. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var coldStart = new ColdStart(Integer.parseInt(arguments[0]));
        for (String engine : ENGINES) {
            coldStart.measure(engine);
        }
        coldStart.json.writerWithDefaultPrettyPrinter().writeValue(new File(arguments[1]), coldStart.results);
    }

    private void measure(String engine) throws IOException, InterruptedException {
        add(engine, "default", List.of("-Xshare:auto"));
        if (Runtime.version().feature() >= FIRST_WITH_CACHE) {
            Path cache = Files.createTempDirectory("cold-start").resolve("cache.aot");
            run(List.of("-XX:AOTCacheOutput=" + cache), engine);
            add(engine, "aot-cache", List.of("-XX:AOTCache=" + cache));
            Files.deleteIfExists(cache);
        }
        Path archive = Files.createTempDirectory("cold-start").resolve("classes.jsa");
        run(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"), engine);
        add(engine, "archive", List.of("-XX:SharedArchiveFile=" + archive));
        Files.deleteIfExists(archive);
    }

    private void add(String engine, String sharing, List<String> options) throws IOException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int number = 0; number < runs; number++) {
            least = Math.min(least, run(options, engine));
        }
        System.out.printf("%-14s %-8s %6.0f ms%n", engine, sharing, least);
        var result = results.addObject().put("benchmark", ColdStart.class.getName());
        result.putObject("params").put("engine", engine).put("sharing", sharing);
        result.putObject("primaryMetric").put("score", least).put("scoreUnit", "ms");
    }

    private static double run(List<String> options, String engine) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstFilter.class.getName(), engine));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        long end = System.nanoTime();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
        return (end - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
