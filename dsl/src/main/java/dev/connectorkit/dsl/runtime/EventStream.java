package dev.connectorkit.dsl.runtime;

import dev.connectorkit.dsl.command.Codec;
import dev.connectorkit.dsl.command.Response;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answer of one invocation, line by line. Safe for concurrent use. */
final class EventStream<O> implements Response<O> {
    private final ReentrantLock lock = new ReentrantLock();
    private final LineWriter writer;
    private final boolean bare;
    private final Codec<O> codec;
    private final EventSink sink;
    private final Scheduler scheduler;
    private final List<JsonPatch> patches = new ArrayList<>();

    private final Consumer<EventType> lateLines;

    private volatile long lastLine;
    private volatile boolean started;
    private boolean outputSent;
    private boolean stateSaved;
    private boolean over;
    private @Nullable IOException readerGone;

    EventStream(Codec<O> codec, EventSink sink, Scheduler scheduler, boolean bare, Consumer<EventType> lateLines) {
        this.codec = codec;
        this.writer = new LineWriter(bare);
        this.bare = bare;
        this.sink = sink;
        this.scheduler = scheduler;
        this.lateLines = lateLines;
        this.lastLine = scheduler.nanoTime();
    }

    @Override
    public void send(O output) {
        lock.lock();
        try {
            if (stateSaved) {
                throw new IllegalStateException(
                        "an output was sent after saveState(), which must come after the last output");
            }
            line(EventType.OUTPUT, output, codec::write);
            outputSent = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void saveState(JsonObject state) {
        lock.lock();
        try {
            if (stateSaved) {
                throw new IllegalStateException("saveState() was called twice; one invocation saves one state");
            }
            line(EventType.STATE, state, EventStream::writeJson);
            stateSaved = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void keepAlive() {
        lock.lock();
        try {
            line(EventType.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT, EventStream::writeJson);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void patchConfig(JsonPatch patch) {
        JsonArray operations = patch.toJsonArray();
        lock.lock();
        try {
            line(EventType.CONFIG, operations, EventStream::writeJson);
            patches.add(patch);
        } finally {
            lock.unlock();
        }
    }

    private static void writeJson(JsonValue json, JsonGenerator out) {
        out.write(json);
    }

    private <T> void line(EventType type, T value, BiConsumer<T, JsonGenerator> write) {
        if (over) {
            lateLines.accept(type);
            throw new IllegalStateException("the handler has returned; this invocation takes no more lines");
        }
        if (readerGone != null) {
            throw new ReaderGoneException(readerGone);
        }
        writer.write(type, value, write);
        if (!started) {
            started = true;
        }
        try {
            sink.line(type, writer.bytes(), 0, writer.length());
        } catch (IOException e) {
            readerGone = e;
            throw new ReaderGoneException(e);
        }
        lastLine = scheduler.nanoTime();
    }

    /** Sends a keepAlive unless something is being written at this moment or nobody would take it. */
    void keepAliveIfIdle() {
        if (lock.tryLock()) {
            try {
                // Bare JSON has no place for a sign of life.
                if (!over && !bare && readerGone == null) {
                    keepAlive();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Has the sink pass on what it kept, unless something is being written at this moment. */
    void flushIfIdle() {
        if (lock.tryLock()) {
            try {
                if (!over) {
                    flush();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Returns how many nanoseconds ago the last line was written, or this answer created. */
    long silence() {
        return scheduler.nanoTime() - lastLine;
    }

    /** Returns whether anything was given to the sink. */
    boolean started() {
        return started;
    }

    boolean outputSent() {
        lock.lock();
        try {
            return outputSent;
        } finally {
            lock.unlock();
        }
    }

    /** Returns {@code config} with the patches applied that were sent so far. */
    JsonObject patched(JsonObject config) {
        List<JsonPatch> sent;
        lock.lock();
        try {
            sent = List.copyOf(patches);
        } finally {
            lock.unlock();
        }
        var patched = config;
        for (var patch : sent) {
            patched = patch.apply(patched);
        }
        return patched;
    }

    /** Has the sink pass on what it kept. */
    void flush() {
        lock.lock();
        try {
            sink.flush();
        } catch (IOException e) {
            readerGone = e;
            throw new ReaderGoneException(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Refuses everything from now on.
     *
     * @throws ReaderGoneException if the reader has gone, whether or not the handler took notice
     */
    void end() {
        lock.lock();
        try {
            over = true;
            writer.close();
            if (readerGone != null) {
                throw new ReaderGoneException(readerGone);
            }
        } finally {
            lock.unlock();
        }
    }
}
