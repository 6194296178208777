package dev.connectorkit.benchmarks.server;

import dev.connectorkit.benchmarks.report.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Milliseconds from the start of a process to its first answer: as Java starts by itself, with an archive of classes, and
 * with an AOT cache where the JDK has one.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.server.FirstAnswer CONNECTOR.jar NODE-FOLDER RESULT.json
 * JAVA-HOME…}
 */
public final class FirstAnswer {
    private static final int RUNS = 11;
    private static final int FIRST_WITH_AOT_CACHE = 25;

    private final Path jar;
    private final Map<String, Start> starts = new LinkedHashMap<>();

    private interface Start {
        Server server() throws IOException, InterruptedException;
    }

    private FirstAnswer(Path jar) {
        this.jar = jar;
    }

    /** Measures all ways to start. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var first = new FirstAnswer(Path.of(arguments[0]).toAbsolutePath());
        var node = Path.of(arguments[1]);
        var whyNot = Server.whyNoNode(node);
        if (whyNot.isEmpty()) {
            first.starts.put("spcx", () -> Server.node(node));
        } else {
            System.out.println("spcx is left out: " + whyNot);
        }
        for (String home : List.of(arguments).subList(3, arguments.length)) {
            first.addJava(Path.of(home));
        }
        first.measure(arguments[2]);
    }

    private void addJava(Path home) throws IOException, InterruptedException {
        int version = version(home);
        String name = "connectorkit, Java " + version;
        Path folder = Files.createTempDirectory("first-answer");
        starts.put(name, () -> Server.java(jar, home, List.of()));
        Path archive = folder.resolve("connector.jsa");
        train(home, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        starts.put(name + ", class data", () -> Server.java(jar, home, fast("-XX:SharedArchiveFile=" + archive)));
        if (version >= FIRST_WITH_AOT_CACHE) {
            Path cache = folder.resolve("connector.aot");
            train(home, "-XX:AOTCacheOutput=" + cache);
            starts.put(name + ", AOT cache", () -> Server.java(jar, home, fast("-XX:AOTCache=" + cache)));
        }
    }

    private static List<String> fast(String cache) {
        return List.of(cache, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    private static int version(Path home) throws IOException {
        for (String line : Files.readAllLines(home.resolve("release"))) {
            if (line.startsWith("JAVA_VERSION=")) {
                return Runtime.Version.parse(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                        .feature();
            }
        }
        throw new IllegalArgumentException(home + " does not say which Java it is");
    }

    private void train(Path home, String... options) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of(home.resolve("bin").resolve("java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:+UseSerialGC", "-jar", jar.toString(), "--train"));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }

    /** Takes turns, so that whatever else the machine does meets all. */
    private void measure(String file) throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            for (var start : starts.entrySet()) {
                try (var server = start.getValue().server()) {
                    times.computeIfAbsent(start.getKey(), key -> new ArrayList<>())
                            .add(server.firstAnswerMillis());
                }
            }
        }
        var measurements = new Measurements();
        times.forEach((name, all) -> {
            var sorted = all.stream().sorted().toList();
            measurements.add("FirstAnswer", name, "median", sorted.get(sorted.size() / 2), "ms");
            measurements.add("FirstAnswer", name, "least", sorted.get(0), "ms");
        });
        measurements.write(file);
    }
}
