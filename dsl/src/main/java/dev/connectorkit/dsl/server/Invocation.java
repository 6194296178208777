package dev.connectorkit.dsl.server;

import dev.connectorkit.dsl.runtime.EventSink;
import dev.connectorkit.dsl.runtime.EventType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One running command, which can be cancelled from outside. An interrupt closes the connection that its thread is just
 * writing to, so a writing thread is left alone until it is done.
 */
final class Invocation {
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread handler = Thread.currentThread();
    private volatile @Nullable String cancelled;
    private @Nullable Thread writer;
    private boolean ended;
    private boolean answered;
    private Consumer<String> lastWords = reason -> {};

    private interface Write {
        void run() throws IOException;
    }

    /** Sets what ends the answer for a reason, should the handler not care that it was cancelled. */
    void onAbandoned(Consumer<String> action) {
        lock.lock();
        try {
            lastWords = action;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts the handler, and ends one that does not care at its next line. */
    void cancel(String reason) {
        lock.lock();
        try {
            if (!ended && cancelled == null) {
                cancelled = reason;
                interruptHandler();
            }
        } finally {
            lock.unlock();
        }
    }

    private void interruptHandler() {
        if (!ended && cancelled != null && writer == null) {
            handler.interrupt();
        }
    }

    /**
     * Ends the answer of a cancelled handler that has still not returned. One that waits for a reader loses its
     * connection.
     */
    void abandon() {
        String reason;
        lock.lock();
        try {
            reason = cancelled;
            if (ended || reason == null) {
                return;
            }
            if (writer != null) {
                writer.interrupt();
                return;
            }
            ended = true;
        } finally {
            lock.unlock();
        }
        lastWords.accept(reason);
        answered();
    }

    /** Returns why this invocation was cancelled, or null if it was not. */
    @Nullable
    String cancelled() {
        return cancelled;
    }

    /**
     * Takes no cancellation any more, and takes back the interrupt that one may have left.
     *
     * @return whether the answer is the caller's to end; otherwise it was ended from outside
     */
    boolean end() {
        lock.lock();
        try {
            if (cancelled != null) {
                Thread.interrupted();
            }
            var first = !ended;
            ended = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that nothing more is written to the client. */
    void answered() {
        lock.lock();
        try {
            answered = true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the client has got all that it will get. */
    boolean isAnswered() {
        lock.lock();
        try {
            return answered;
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

    /** Returns a stream whose writes to {@code out} no cancellation interrupts. */
    OutputStream uninterrupted(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(() -> out.write(value));
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                write(() -> out.write(bytes, offset, length));
            }

            @Override
            public void flush() throws IOException {
                write(out::flush);
            }

            private void write(Write write) throws IOException {
                begin();
                try {
                    write.run();
                } finally {
                    end();
                }
            }

            private void begin() {
                lock.lock();
                try {
                    writer = Thread.currentThread();
                    if (cancelled != null) {
                        Thread.interrupted();
                    }
                } finally {
                    lock.unlock();
                }
            }

            private void end() {
                lock.lock();
                try {
                    writer = null;
                    interruptHandler();
                } finally {
                    lock.unlock();
                }
            }
        };
    }
}
