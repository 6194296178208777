package dev.connectorkit.benchmarks.server;

import dev.connectorkit.benchmarks.report.Measurements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many clients at once, each sending one command after the other: tests of the connection, lists of 50 accounts, and reads
 * that find nothing.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.server.ManyInvocations CONNECTOR.jar CLIENTS SECONDS
 * RESULT.json}
 */
public final class ManyInvocations {
    private static final int LISTED = 50;
    private static final List<String> COMMANDS = List.of(
            "{\"type\":\"std:test-connection\"}",
            "{\"type\":\"std:account:list\",\"config\":{\"accounts\":" + LISTED + "}}",
            "{\"type\":\"std:account:read\",\"input\":{\"identity\":\"ada\"}}");
    private static final List<Integer> LINES = List.of(1, LISTED, 1);

    private final AtomicLong wrong = new AtomicLong();
    private final ConcurrentLinkedQueue<long[]> times = new ConcurrentLinkedQueue<>();
    private final Server server;
    private final long end;

    private ManyInvocations(Server server, long seconds) {
        this.server = server;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Runs the clients. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int clients = Integer.parseInt(arguments[1]);
        try (var server =
                Server.java(Path.of(arguments[0]), Path.of(System.getProperty("java.home")), List.of("-Xmx512m"))) {
            var many = new ManyInvocations(server, Long.parseLong(arguments[2]));
            many.run(clients);
            many.report(clients + " clients", arguments[3]);
        }
    }

    private void run(int clients) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int client = 0; client < clients; client++) {
            int first = client;
            var thread = new Thread(() -> sendUntilEnd(first));
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private void sendUntilEnd(int first) {
        var own = new ArrayList<Long>();
        for (int number = first; System.nanoTime() < end; number++) {
            int command = number % COMMANDS.size();
            long start = System.nanoTime();
            try (var answer = server.post(COMMANDS.get(command))) {
                answer.readToEnd();
                // What comes back by length or by chunks alike: its lines are the last thing that is counted.
                if (answer.lines() != LINES.get(command)) {
                    wrong.incrementAndGet();
                }
            } catch (IOException e) {
                wrong.incrementAndGet();
            }
            own.add(System.nanoTime() - start);
        }
        times.add(own.stream().mapToLong(Long::longValue).toArray());
    }

    private void report(String clients, String file) throws IOException {
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        var measurements = new Measurements();
        measurements.add("ManyInvocations", clients, "invocations", sorted.length, "");
        measurements.add("ManyInvocations", clients, "wrong", (double) wrong.get(), "");
        for (int percent : List.of(50, 99)) {
            measurements.add(
                    "ManyInvocations",
                    clients,
                    "p" + percent,
                    sorted[(int) (sorted.length * (percent / 100.0))] / 1e6,
                    "ms");
        }
        measurements.add("ManyInvocations", clients, "memory", server.peakMebibytes(), "MiB");
        measurements.write(file);
    }
}
