package dev.connectorkit.dsl.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BufferedSinkTest {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String FULL = "x".repeat(32 * 1024);

    private final ManualScheduler time = new ManualScheduler();
    private final Flushed out = new Flushed();
    private final BufferedSink sink = new BufferedSink(out, time);

    /** Notes what was written up to each flush. */
    private static final class Flushed extends OutputStream {
        final List<String> flushed = new ArrayList<>();
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean broken;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (broken) {
                throw new IOException("Broken pipe");
            }
            written.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            flushed.add(written.toString(UTF_8));
            written.reset();
        }
    }

    private void line(String text) throws IOException {
        line(EventType.OUTPUT, text);
    }

    private void line(EventType type, String text) throws IOException {
        var bytes = (text + "\n").getBytes(UTF_8);
        sink.line(type, bytes, 0, bytes.length);
    }

    @Test
    void the_first_line_goes_out_at_once() throws IOException {
        line("first");

        assertThat(out.flushed).containsExactly("first\n");
    }

    @Test
    void lines_after_it_wait_for_a_pause() throws IOException {
        line("first");
        line("second");
        time.advance(PAUSE.minusMillis(1));
        line("third");
        assertThat(out.flushed).hasSize(1);

        time.advance(Duration.ofMillis(1));

        assertThat(out.flushed).containsExactly("first\n", "second\nthird\n");
    }

    @Test
    void every_pause_is_used() throws IOException {
        line("first");
        line("second");
        time.advance(PAUSE);
        line("third");
        time.advance(PAUSE);

        assertThat(out.flushed).containsExactly("first\n", "second\n", "third\n");
        assertThat(time.waiting()).isZero();
    }

    @Test
    void a_keepAlive_does_not_wait_except_for_its_last_byte() throws IOException {
        line("first");
        line("second");
        line(EventType.KEEP_ALIVE, "alive");
        assertThat(out.flushed).containsExactly("first\n", "second\nalive");

        sink.flush();

        assertThat(out.flushed).containsExactly("first\n", "second\nalive", "\n");
    }

    @Test
    void what_follows_a_keepAlive_follows_its_last_byte() throws IOException {
        line(EventType.KEEP_ALIVE, "alive");
        line(EventType.KEEP_ALIVE, "alive");
        line("last");
        sink.flush();

        assertThat(out.flushed).containsExactly("alive", "\nalive", "\nlast\n");
    }

    @Test
    void a_full_buffer_is_written_without_a_flush() throws IOException {
        line("first");
        line("second");
        line(FULL);
        assertThat(out.written.toString(UTF_8)).isEqualTo("second\n" + FULL + "\n");

        sink.flush();

        assertThat(out.flushed).containsExactly("first\n", "second\n" + FULL + "\n");
    }

    @Test
    void a_failure_in_a_pause_is_heard_of_at_the_next_line() throws IOException {
        line("first");
        line("second");
        out.broken = true;
        time.advance(PAUSE);

        assertThatIOException().isThrownBy(() -> line("third")).withMessage("Broken pipe");
    }

    @Test
    void what_was_closed_is_left_alone() throws IOException {
        line("first");
        line("second");
        sink.close();
        time.advance(PAUSE);

        assertThat(out.flushed).containsExactly("first\n");
        assertThatIOException().isThrownBy(() -> line(FULL)).withMessage("this answer has ended");
    }

    @Test
    void a_stream_that_blocks_holds_its_writer_back_with_no_more_than_the_buffer_kept() throws Exception {
        var blocked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var taken = new AtomicInteger();
        var blocking = new OutputStream() {
            private int written;

            @Override
            public void write(int value) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                // The first line goes through.
                if (written++ > 0) {
                    blocked.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            }
        };
        var held = new BufferedSink(blocking, time);
        var line = "y".repeat(1000).getBytes(UTF_8);
        var writer = new Thread(() -> {
            try {
                for (int i = 0; i < 10_000; i++) {
                    held.line(EventType.OUTPUT, line, 0, line.length);
                    taken.incrementAndGet();
                }
            } catch (IOException e) {
                taken.set(-1);
            }
        });
        writer.start();
        blocked.await();

        assertThat(taken.get()).isLessThanOrEqualTo(1 + 32 * 1024 / line.length);

        release.countDown();
        writer.join();
        assertThat(taken).hasValue(10_000);
    }
}
