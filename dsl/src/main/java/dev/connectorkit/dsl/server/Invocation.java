package dev.connectorkit.dsl.server;

import dev.connectorkit.dsl.runtime.EventSink;
import dev.connectorkit.dsl.runtime.EventType;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One running command, which can be cancelled from outside. */
final class Invocation {
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable String cancelled;
    private boolean ended;

    /** Interrupts the handler, and ends one that does not care at its next line. */
    void cancel(String reason) {
        lock.lock();
        try {
            if (!ended && cancelled == null) {
                cancelled = reason;
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns why this invocation was cancelled, or null if it was not. */
    @Nullable
    String cancelled() {
        return cancelled;
    }

    /** Takes no cancellation any more, and takes back the interrupt that one may have left. */
    void end() {
        lock.lock();
        try {
            ended = true;
            if (cancelled != null) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns a sink that passes lines on to {@code sink} until the invocation is cancelled. */
    EventSink guard(EventSink sink) {
        return new EventSink() {
            @Override
            public void line(EventType type, byte[] buffer, int offset, int length) throws IOException {
                if (cancelled != null) {
                    throw new IOException(cancelled);
                }
                sink.line(type, buffer, offset, length);
            }

            @Override
            public void flush() throws IOException {
                sink.flush();
            }
        };
    }
}
