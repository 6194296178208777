package dev.connectorkit.cli;

import dev.connectorkit.dsl.runtime.EventSink;
import dev.connectorkit.dsl.runtime.EventType;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Prints lines as they come, a buffer at a time: a line waits at most a twentieth of a second. Where people look at
 * standard error and not at the lines themselves, a progress line counts the objects there.
 */
final class PrintedLines implements EventSink, Closeable {
    private static final int BUFFER = 1 << 16;
    private static final long PAUSE_MILLIS = 50;

    private final OutputStream out;
    private final @Nullable Progress progress;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "printed lines");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable IOException failure;

    PrintedLines(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
        progress = Progress.onTerminal();
        timer.scheduleWithFixedDelay(this::tick, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void line(EventType type, byte[] buffer, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        out.write(buffer, offset, length);
        if (progress != null && type == EventType.OUTPUT) {
            progress.count();
        }
    }

    synchronized void write(byte[] line) throws IOException {
        out.write(line);
    }

    @Override
    public synchronized void flush() throws IOException {
        out.flush();
    }

    private synchronized void tick() {
        try {
            out.flush();
            if (progress != null) {
                progress.show();
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        synchronized (this) {
            out.flush();
            if (progress != null) {
                progress.end();
            }
        }
    }
}
