package dev.connectorkit.dsl.runtime;

import java.time.Duration;

/** Runs tasks later. Safe for concurrent use. Tests bring one whose time they move themselves. */
public interface Scheduler {

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Task {
        /** Takes the task back; does nothing if it has started. */
        void cancel();
    }

    /** Returns the nanoseconds since a moment of this scheduler's choosing; they never go back. */
    long nanoTime();

    /** Runs {@code task} once after {@code delay}, on a thread that it may block. */
    Task schedule(Duration delay, Runnable task);

    /** Returns the scheduler of real time. Its threads keep no process alive. */
    static Scheduler system() {
        return SystemScheduler.instance();
    }
}
