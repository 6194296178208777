package dev.connectorkit.dsl.runtime;

import java.time.Duration;

/** Breaks long silences of one invocation, so that neither the platform nor a proxy gives up on it. */
final class KeepAlive {
    private final EventStream<?> stream;
    private final Scheduler scheduler;
    private final long interval;

    private volatile boolean closed;
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
            }
        } catch (ReaderGoneException e) {
            // The stream remembers that the reader has gone; the handler hears of it at its next write.
            return;
        }
        var silent = Math.max(0, stream.silence());
        next = scheduler.schedule(Duration.ofNanos(Math.max(interval - silent, interval / 10)), this::check);
        if (closed) {
            next.cancel();
        }
    }

    void close() {
        closed = true;
        next.cancel();
    }
}
