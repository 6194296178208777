package dev.connectorkit.dsl.runtime;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gathers lines for an output stream to which every write costs, such as a socket. The first line and every keepAlive go
 * out at once, the others when the buffer is full or the handler pauses for some 20 milliseconds. Memory stays flat: a stream that blocks
 * blocks the handler. Safe for concurrent use.
 */
public final class BufferedSink implements EventSink, AutoCloseable {
    private static final int SIZE = 32 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final OutputStream out;
    private final Scheduler scheduler;
    private final byte[] buffer = new byte[SIZE];

    private int filled;
    private boolean started;
    private boolean flushScheduled;
    private boolean closed;
    private @Nullable IOException failure;

    /** Creates a sink for {@code out}, which stays the caller's to close. */
    public BufferedSink(OutputStream out, Scheduler scheduler) {
        this.out = requireNonNull(out, "out");
        this.scheduler = requireNonNull(scheduler, "scheduler");
    }

    @Override
    public void line(EventType type, byte[] line, int offset, int length) throws IOException {
        lock.lock();
        try {
            if (length > SIZE - filled) {
                drain();
            }
            if (length > SIZE) {
                write(line, offset, length);
            } else {
                System.arraycopy(line, offset, buffer, filled, length);
                filled += length;
            }
            if (type == EventType.KEEP_ALIVE) {
                passAllButLast();
            } else if (!started) {
                pass();
            } else {
                scheduleFlush();
            }
            started = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() throws IOException {
        lock.lock();
        try {
            pass();
        } finally {
            lock.unlock();
        }
    }

    private void scheduleFlush() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!flushScheduled) {
            flushScheduled = true;
            scheduler.schedule(PAUSE, this::flushAfterPause);
        }
    }

    private void flushAfterPause() {
        lock.lock();
        try {
            flushScheduled = false;
            if (!closed && failure == null && filled > 0) {
                pass();
            }
        } catch (IOException e) {
            // The handler hears of it at its next line.
            failure = e;
        } finally {
            lock.unlock();
        }
    }

    private void pass() throws IOException {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /**
     * Keeps the last byte of a keepAlive for the next flush. The first write to a reader that has gone does not fail, only
     * the one after it does: so one keepAlive is enough to find out.
     */
    private void passAllButLast() throws IOException {
        if (filled > 0) {
            byte last = buffer[--filled];
            pass();
            buffer[filled++] = last;
        } else {
            pass();
        }
    }

    private void drain() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new IOException("this answer has ended");
        }
        if (filled > 0) {
            write(buffer, 0, filled);
            filled = 0;
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Forgets what was not flushed and never touches the stream again. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
