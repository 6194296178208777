package dev.connectorkit.cli;

import dev.connectorkit.dsl.runtime.BufferedSink;
import dev.connectorkit.dsl.runtime.EventSink;
import dev.connectorkit.dsl.runtime.EventType;
import dev.connectorkit.dsl.runtime.Scheduler;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints lines as they come. Where people look at standard error and not at the lines themselves, a progress line counts
 * the objects there.
 */
final class PrintedLines implements EventSink, Closeable {
    private final BufferedSink lines;
    private final @Nullable Progress progress;

    PrintedLines(OutputStream out, @Nullable Progress progress) {
        lines = new BufferedSink(out, Scheduler.system());
        this.progress = progress;
    }

    @Override
    public void line(EventType type, byte[] buffer, int offset, int length) throws IOException {
        lines.line(type, buffer, offset, length);
        if (progress != null && type == EventType.OUTPUT) {
            progress.count();
        }
    }

    @Override
    public void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() {
        lines.close();
        if (progress != null) {
            progress.end();
        }
    }
}
