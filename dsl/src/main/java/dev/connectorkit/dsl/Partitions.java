package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.Response;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Handlers that list the parts of a source side by side, where its configuration says {@code partitionAggregationEnabled}:
 *
 * <pre>{@code
 * .on(ACCOUNT_LIST, Partitions.upTo(4, (context, input) -> client.regions(),
 *     (context, input, region, response) ->
 *         client.people(region.name()).map(PEOPLE::account).forEach(response::send)))
 * }</pre>
 */
public final class Partitions {
    /** The config key that switches partitioned aggregation on. */
    public static final String ENABLED_KEY = "partitionAggregationEnabled";

    private static final long SECONDS_TO_STOP = 10;

    /**
     * Names the partitions of a source.
     *
     * @param <I> the command's input
     */
    @FunctionalInterface
    public interface Planner<I> {
        /**
         * Returns the partitions, which together are the whole source.
         *
         * @throws Exception whatever went wrong; it fails the invocation
         */
        List<Partition> plan(Context context, I input) throws Exception;
    }

    /**
     * Lists one partition. Called from several threads at once within one invocation.
     *
     * @param <I> the command's input
     * @param <O> the command's output
     */
    @FunctionalInterface
    public interface Lister<I, O> {
        /**
         * Sends the objects of one partition, or of the {@linkplain Partition#whole() whole source}.
         *
         * @throws Exception whatever went wrong; it interrupts the other partitions and fails the invocation
         */
        void list(Context context, I input, Partition partition, Response<O> response) throws Exception;
    }

    private Partitions() {}

    /**
     * Returns a handler that lists partitions side by side. The first failure interrupts the other partitions and is what
     * the platform sees; later ones are attached to it. Where partitioned aggregation is off, or the planner names no
     * partition, the source is listed as a whole on the invocation's own thread.
     *
     * @param concurrency how many partitions are listed at a time, at most
     */
    public static <I, O> Handler<I, O> upTo(int concurrency, Planner<I> planner, Lister<I, O> lister) {
        requireNonNull(planner, "planner");
        requireNonNull(lister, "lister");
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: expected 1 or more, but got " + concurrency);
        }
        return (context, input, response) -> {
            var partitions = Config.of(context).flag(ENABLED_KEY) ? planner.plan(context, input) : List.<Partition>of();
            if (partitions.isEmpty()) {
                lister.list(context, input, Partition.whole(), response);
                return;
            }
            var threads = newThreads(Math.min(concurrency, partitions.size()));
            try {
                listAll(threads, partitions, partition -> lister.list(context, input, partition, response));
            } finally {
                // What is still running after this cannot harm: the response of a finished invocation refuses
                // everything.
                threads.shutdownNow();
            }
        };
    }

    private interface Work {
        void on(Partition partition) throws Exception;
    }

    private static void listAll(ExecutorService threads, List<Partition> partitions, Work work) throws Exception {
        var running = new ExecutorCompletionService<Partition>(threads);
        for (var partition : partitions) {
            running.submit(() -> {
                work.on(partition);
                return partition;
            });
        }
        for (var left = partitions.size(); left > 0; left--) {
            try {
                running.take().get();
            } catch (ExecutionException failure) {
                throw stopped(threads, running, requireNonNull(failure.getCause()));
            }
        }
    }

    private static Exception stopped(
            ExecutorService threads, ExecutorCompletionService<Partition> running, Throwable first)
            throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            first.addSuppressed(new IllegalStateException(
                    "a partition ignored its interruption for " + SECONDS_TO_STOP + " seconds"));
        }
        for (var other = running.poll(); other != null; other = running.poll()) {
            try {
                other.get();
            } catch (ExecutionException later) {
                first.addSuppressed(requireNonNull(later.getCause()));
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        return (Exception) first;
    }

    private static ExecutorService newThreads(int count) {
        return Executors.newFixedThreadPool(count, task -> {
            var thread = new Thread(task, "partition");
            thread.setDaemon(true);
            return thread;
        });
    }
}
