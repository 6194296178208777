package dev.connectorkit.benchmarks.server;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.benchmarks.report.Measurements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many accounts a second a server streams, how soon the first byte comes, and how much memory it takes; and how many
 * lines arrive where the reader is slow.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.server.Streaming CONNECTOR.jar NODE-FOLDER RESULT.json}
 */
public final class Streaming {
    private static final int WARM_UP = 300_000;
    private static final int ROUNDS = 4;
    private static final String BENCHMARK = "Streaming";

    private final Measurements measurements = new Measurements();
    private final Map<String, Start> starts = new LinkedHashMap<>();

    private interface Start {
        Server server() throws IOException, InterruptedException;
    }

    private Streaming() {}

    /** Measures both servers. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var streaming = new Streaming();
        var javaHome = Path.of(System.getProperty("java.home"));
        var options = List.of("-Xmx64m", "-XX:+UseSerialGC");
        streaming.starts.put("connectorkit", () -> Server.java(Path.of(arguments[0]), javaHome, options));
        var node = Path.of(arguments[1]);
        var whyNot = Server.whyNoNode(node);
        if (whyNot.isEmpty()) {
            streaming.starts.put("spcx", () -> Server.node(node));
        } else {
            System.out.println("spcx is left out: " + whyNot);
        }
        for (int accounts : List.of(100_000, 1_000_000)) {
            streaming.throughput(accounts);
        }
        for (int megabytes : List.of(1, 5, 20)) {
            streaming.slowReaders(megabytes);
        }
        streaming.measurements.write(arguments[2]);
    }

    /** Takes turns, so that whatever else the machine does meets both. */
    private void throughput(int accounts) throws IOException, InterruptedException {
        String question = String.format(Locale.ROOT, "%,d", accounts);
        Map<String, Server> servers = new LinkedHashMap<>();
        Map<String, Best> best = new LinkedHashMap<>();
        try {
            for (var start : starts.entrySet()) {
                var server = start.getValue().server();
                servers.put(start.getKey(), server);
                best.put(start.getKey(), new Best());
                stream(server, WARM_UP, new Best());
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (var server : servers.entrySet()) {
                    stream(server.getValue(), accounts, requireNonNull(best.get(server.getKey())));
                }
            }
            for (var server : servers.entrySet()) {
                requireNonNull(best.get(server.getKey())).report(measurements, server.getKey(), question);
                measurements.add(
                        BENCHMARK + ".memory",
                        server.getKey(),
                        question,
                        server.getValue().peakMebibytes(),
                        "MiB");
            }
        } finally {
            for (var server : servers.values()) {
                server.close();
            }
        }
    }

    private static void stream(Server server, int accounts, Best best) throws IOException {
        double before = server.processorSeconds();
        try (var answer = server.list(accounts)) {
            answer.readToEnd();
            double seconds = answer.seconds();
            if (answer.lines() != accounts || !answer.isWhole()) {
                throw new IllegalStateException("only %,d of %,d lines".formatted(answer.lines(), accounts));
            }
            best.add(accounts / seconds, accounts / (server.processorSeconds() - before), answer.firstByteMillis());
        }
    }

    /** The best of some rounds. */
    private static final class Best {
        private double perSecond;
        private double perProcessorSecond;
        private double firstByteMillis = Double.MAX_VALUE;

        void add(double perSecond, double perProcessorSecond, double firstByteMillis) {
            this.perSecond = Math.max(this.perSecond, perSecond);
            this.perProcessorSecond = Math.max(this.perProcessorSecond, perProcessorSecond);
            this.firstByteMillis = Math.min(this.firstByteMillis, firstByteMillis);
        }

        void report(Measurements measurements, String server, String question) {
            measurements.add(BENCHMARK + ".throughput", server, question, perSecond, "accounts/s");
            measurements.add(
                    BENCHMARK + ".processor", server, question, perProcessorSecond, "accounts/s of processor time");
            measurements.add(BENCHMARK + ".firstByte", server, question, firstByteMillis, "ms");
        }
    }

    private void slowReaders(int megabytes) throws IOException, InterruptedException {
        // Some five seconds each.
        int accounts = 12_500 * megabytes;
        for (var start : starts.entrySet()) {
            try (var server = start.getValue().server();
                    var answer = server.list(accounts)) {
                answer.readToEnd(megabytes * 1_000_000L);
                double percent = 100.0 * answer.lines() / accounts;
                measurements.add(BENCHMARK + ".slowReader", start.getKey(), megabytes + " MB/s", percent, "% of lines");
                System.out.printf(
                        "    %,d of %,d lines; %s%n",
                        answer.lines(), accounts, answer.isWhole() ? "a clean end" : "cut off");
            }
        }
    }
}
