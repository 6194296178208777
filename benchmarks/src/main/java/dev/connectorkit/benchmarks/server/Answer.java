package dev.connectorkit.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** The answer to one command, as it arrives. */
final class Answer implements Closeable {
    private static final byte[] END = "0\r\n\r\n".getBytes(US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private final long sent;

    private long firstByte;
    private long lines;
    private long bytes;
    private int previous;
    private int matchedEnd;

    Answer(Socket socket, String body) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.getOutputStream()
                .write(
                        ("POST /listing/invoke HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                                .getBytes(US_ASCII));
        sent = System.nanoTime();
        in = socket.getInputStream();
    }

    /** Reads as fast as it can. */
    Answer readToEnd() throws IOException {
        while (read() >= 0) {
            // All is in the counting.
        }
        return this;
    }

    /** Reads no more than so many bytes a second. */
    Answer readToEnd(long bytesPerSecond) throws IOException, InterruptedException {
        while (read() >= 0) {
            long due = sent + bytes * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
            long early = due - System.nanoTime();
            if (early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
        }
        return this;
    }

    private int read() throws IOException {
        int count = in.read(buffer);
        if (count > 0) {
            if (firstByte == 0) {
                firstByte = System.nanoTime();
            }
            bytes += count;
            count(count);
        }
        return count;
    }

    // The lengths between chunks end in a carriage return and a line feed, lines in a line feed alone.
    private void count(int count) {
        for (int at = 0; at < count; at++) {
            int next = buffer[at];
            if (next == '\n' && previous != '\r') {
                lines++;
            }
            previous = next;
        }
        for (int at = Math.max(0, count - END.length); at < count; at++) {
            matchedEnd = buffer[at] == END[matchedEnd % END.length] ? matchedEnd + 1 : buffer[at] == END[0] ? 1 : 0;
        }
    }

    long lines() {
        return lines;
    }

    /** Returns whether the answer ended as HTTP says that a whole one does. */
    boolean isWhole() {
        return matchedEnd == END.length;
    }

    double firstByteMillis() {
        return (firstByte - sent) / 1e6;
    }

    double seconds() {
        return (System.nanoTime() - sent) / 1e9;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
