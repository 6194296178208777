package dev.connectorkit.testkit.rules;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What goes on beside: work on a thread of its own, or what a connector does on other threads than the one it was called
 * on.
 *
 * @param <T> what the work comes to
 */
final class Background<T> {
    // Bounds the wait for threads that never end, such as those of a timer.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private Background() {}

    /** Does some work, and returns when the threads that it started have ended or have nothing to do. */
    static void awaited(Runnable work) {
        var before = threads();
        work.run();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        ForkJoinPool.commonPool().awaitQuiescence(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        for (var thread : threads()) {
            if (!before.contains(thread)) {
                await(thread, deadline);
            }
        }
    }

    /** Starts to do some work on another thread. */
    static <T> Background<T> start(Supplier<T> work) {
        var background = new Background<T>();
        var thread = new Thread(
                () -> {
                    try {
                        background.outcome.complete(work.get());
                    } catch (RuntimeException e) {
                        background.outcome.completeExceptionally(e);
                    }
                },
                "connectorkit-meanwhile");
        thread.setDaemon(true);
        thread.start();
        return background;
    }

    /** Returns what the work comes to; empty if it fails, or takes longer than given from now on. */
    Optional<T> result(Duration patience) {
        try {
            return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Set<Thread> threads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static void await(Thread thread, long deadline) {
        while (thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TERMINATED
                && System.nanoTime() < deadline) {
            try {
                thread.join(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
