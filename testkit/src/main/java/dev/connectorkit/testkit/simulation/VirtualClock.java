package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.runtime.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A clock that moves only when it is told to, so that three minutes of silence take no time at all. It starts at
 * 2026-01-01T00:00:00Z. Safe for concurrent use.
 */
public final class VirtualClock implements InstantSource, Scheduler {
    /** The instant at which every virtual clock starts. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Object lock = new Object();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private Instant now = START;
    private long nextNumber;

    private record Timer(Instant due, long number, Runnable task) {}

    @Override
    public Instant instant() {
        synchronized (lock) {
            return now;
        }
    }

    /**
     * Moves the clock forward. What was scheduled for a moment on the way runs on this thread, in order, with the clock
     * at that moment.
     */
    public void advance(Duration duration) {
        if (requireNonNull(duration, "duration").isNegative()) {
            throw new IllegalArgumentException("a clock does not go back: " + duration);
        }
        advanceTo(instant().plus(duration));
    }

    private void advanceTo(Instant end) {
        while (true) {
            Runnable task;
            synchronized (lock) {
                var timer = timers.peek();
                if (timer == null || timer.due().isAfter(end)) {
                    now = end.isAfter(now) ? end : now;
                    return;
                }
                timers.remove();
                now = timer.due().isAfter(now) ? timer.due() : now;
                task = timer.task();
            }
            task.run();
        }
    }

    /** Waits on this clock: returns at once, {@code duration} later. Give it to whatever sleeps between retries. */
    public void sleep(Duration duration) {
        advance(duration);
    }

    @Override
    public long nanoTime() {
        return Duration.between(START, instant()).toNanos();
    }

    /** Schedules a task for the moment {@code delay} from now; it runs on the thread that moves the clock there. */
    @Override
    public Task schedule(Duration delay, Runnable task) {
        synchronized (lock) {
            var timer = new Timer(now.plus(delay), nextNumber++, requireNonNull(task, "task"));
            timers.add(timer);
            return () -> {
                synchronized (lock) {
                    timers.remove(timer);
                }
            };
        }
    }

    /** Returns the moments for which something is scheduled, earliest first. */
    public List<Instant> scheduled() {
        synchronized (lock) {
            var moments = new ArrayList<Instant>();
            timers.forEach(timer -> moments.add(timer.due()));
            moments.sort(Comparator.naturalOrder());
            return moments;
        }
    }
}
