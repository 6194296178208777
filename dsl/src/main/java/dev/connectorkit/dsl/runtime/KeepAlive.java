package dev.connectorkit.dsl.runtime;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Breaks long silences of one invocation, so that neither the platform nor a proxy gives up on it, and interrupts a
 * handler whose reader turns out to have gone.
 */
final class KeepAlive {
    // What the network may take to tell that a reader has gone, in nanoseconds.
    private static final long TIME_TO_FAIL = Duration.ofSeconds(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Thread handler = Thread.currentThread();
    private final EventStream<?> stream;
    private final Scheduler scheduler;
    private final long interval;

    private volatile boolean closed;
    private boolean interrupted;
    private volatile Scheduler.Task next;

    KeepAlive(EventStream<?> stream, Scheduler scheduler, Duration interval) {
        this.stream = stream;
        this.scheduler = scheduler;
        this.interval = interval.toNanos();
        this.next = scheduler.schedule(interval, this::check);
    }

    private void check() {
        if (closed) {
            return;
        }
        try {
            if (stream.silence() >= interval) {
                stream.keepAliveIfIdle();
                schedule(Math.min(TIME_TO_FAIL, interval / 10), this::listen);
                return;
            }
        } catch (ReaderGoneException e) {
            interruptHandler();
            return;
        }
        scheduleCheck();
    }

    /** Looks whether the keepAlive reached anybody. */
    private void listen() {
        if (closed) {
            return;
        }
        try {
            stream.flushIfIdle();
        } catch (ReaderGoneException e) {
            interruptHandler();
            return;
        }
        scheduleCheck();
    }

    private void scheduleCheck() {
        var silent = Math.max(0, stream.silence());
        schedule(Math.max(interval - silent, interval / 10), this::check);
    }

    private void schedule(long nanos, Runnable task) {
        next = scheduler.schedule(Duration.ofNanos(nanos), task);
        if (closed) {
            next.cancel();
        }
    }

    private void interruptHandler() {
        lock.lock();
        try {
            if (!closed) {
                interrupted = true;
                handler.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watch, and takes back its interrupt: the handler's thread has other work to do. */
    void close() {
        lock.lock();
        try {
            closed = true;
            next.cancel();
            if (interrupted) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }
}
