package dev.connectorkit.dsl.runtime;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A scheduler whose time stands still until a test moves it. */
final class ManualScheduler implements Scheduler {
    private record Waiting(long at, Runnable task) {}

    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(Comparator.comparingLong(Waiting::at));
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Task schedule(Duration delay, Runnable task) {
        var waiting = new Waiting(now + delay.toNanos(), task);
        queue.add(waiting);
        return () -> queue.remove(waiting);
    }

    /** Lets time pass, running what becomes due on the calling thread. */
    void advance(Duration by) {
        var end = now + by.toNanos();
        while (!queue.isEmpty() && queue.peek().at() <= end) {
            var next = queue.remove();
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    int waiting() {
        return queue.size();
    }
}
