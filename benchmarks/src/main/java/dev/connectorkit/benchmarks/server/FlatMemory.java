package dev.connectorkit.benchmarks.server;

import dev.connectorkit.benchmarks.report.Measurements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The resident memory of a server with a heap of 64 MiB, all touched at the start, after one answer of so many accounts.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.server.FlatMemory CONNECTOR.jar RESULT.json}
 */
public final class FlatMemory {
    private FlatMemory() {}

    /** Measures 1,000,000 and 10,000,000 accounts. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var measurements = new Measurements();
        for (int accounts : List.of(1_000_000, 10_000_000)) {
            var options = List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
            try (var server = Server.java(Path.of(arguments[0]), Path.of(System.getProperty("java.home")), options);
                    var answer = server.list(accounts)) {
                answer.readToEnd();
                if (answer.lines() != accounts || !answer.isWhole()) {
                    throw new IllegalStateException("only %,d of %,d lines".formatted(answer.lines(), accounts));
                }
                var question = String.format(Locale.ROOT, "%,d", accounts);
                measurements.add("FlatMemory", "connectorkit", question, server.peakMebibytes(), "MiB");
            }
        }
        measurements.write(arguments[1]);
    }
}
