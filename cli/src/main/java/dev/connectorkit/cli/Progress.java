package dev.connectorkit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A line on standard error that counts objects and says how fast they come. */
final class Progress {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int BETWEEN_LOOKS = 64;

    private final PrintStream err;
    private final long start = System.nanoTime();
    private long shown = start;
    private long objects;

    Progress(PrintStream err) {
        this.err = err;
    }

    /** Returns a progress line where standard error is a terminal and standard output is none, and otherwise null. */
    static @Nullable Progress onTerminal() {
        return isTerminal("2") && !isTerminal("1") ? new Progress(System.err) : null;
    }

    // The JDK tells only whether input and output are both a terminal; elsewhere than on Linux there is no line.
    private static boolean isTerminal(String descriptor) {
        try {
            var target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    void count() {
        objects++;
        if (objects % BETWEEN_LOOKS == 0) {
            var now = System.nanoTime();
            if (now - shown >= EVERY_NANOS) {
                shown = now;
                err.print("\r" + text(now));
            }
        }
    }

    void end() {
        err.println("\r" + text(System.nanoTime()));
    }

    private String text(long now) {
        var seconds = Math.max(now - start, 1) / 1e9;
        return String.format(Locale.ROOT, "%,d objects, %,.0f a second", objects, objects / seconds);
    }
}
