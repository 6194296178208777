package dev.connectorkit.dsl.runtime;

import dev.connectorkit.dsl.internal.thread.Threads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that waits for all, and a thread of its own for every task, since tasks may block on a slow reader. */
final class SystemScheduler implements Scheduler {
    private static final class Holder {
        static final SystemScheduler INSTANCE = new SystemScheduler();
    }

    private final ExecutorService workers = Threads.perTask("connectorkit-task");
    private final ScheduledThreadPoolExecutor timer;

    private SystemScheduler() {
        timer = new ScheduledThreadPoolExecutor(1, Threads.daemons("connectorkit-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    static SystemScheduler instance() {
        return Holder.INSTANCE;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Task schedule(Duration delay, Runnable task) {
        var waiting = timer.schedule(() -> workers.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }
}
