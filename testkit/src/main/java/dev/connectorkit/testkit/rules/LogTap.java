package dev.connectorkit.testkit.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens to what a process prints and logs through the JDK. What is printed is passed on. */
final class LogTap {
    private LogTap() {}

    static String during(Runnable work) {
        var tapped = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        var root = Logger.getLogger("");
        var handler = new Collector(tapped);
        System.setOut(tee(out, tapped));
        System.setErr(tee(err, tapped));
        root.addHandler(handler);
        try {
            work.run();
        } finally {
            root.removeHandler(handler);
            System.setOut(out);
            System.setErr(err);
        }
        return tapped.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream tee(PrintStream first, OutputStream second) {
        var both = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                first.write(b);
                second.write(b);
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }

    private static final class Collector extends Handler {
        private final ByteArrayOutputStream into;

        Collector(ByteArrayOutputStream into) {
            this.into = into;
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord entry) {
            into.writeBytes(getFormatter().format(entry).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
