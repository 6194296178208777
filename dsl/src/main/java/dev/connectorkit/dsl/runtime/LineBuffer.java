package dev.connectorkit.dsl.runtime;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes of one line, up to a limit; what is beyond is counted and dropped, so that an error can name the size. */
final class LineBuffer extends OutputStream {
    private static final int INITIAL_SIZE = 2048;

    private final int limit;
    private byte[] bytes;
    private int length;
    private long offered;

    LineBuffer(int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(INITIAL_SIZE, limit)];
    }

    @Override
    public void write(int value) {
        if (++offered <= limit) {
            reserve(1);
            bytes[length++] = (byte) value;
        }
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        offered += count;
        if (offered > limit) {
            return;
        }
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(2 * bytes.length, length + count)));
        }
    }

    void reset() {
        length = 0;
        offered = 0;
    }

    boolean overflowed() {
        return offered > limit;
    }

    /** Returns how many bytes were offered since the last reset, kept or not. */
    long offered() {
        return offered;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
