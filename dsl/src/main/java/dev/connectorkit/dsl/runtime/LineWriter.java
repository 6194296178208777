package dev.connectorkit.dsl.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.ValueWriter;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes the lines of one answer into one buffer with one generator. A line that does not come about leaves no trace.
 * Not safe for concurrent use.
 */
final class LineWriter {
    /** The platform's limit for one line, the envelope included. */
    static final int MAX_LINE = 256 * 1024;

    // Everything of a line that stands before its data.
    private static final Map<EventType, byte[]> LINE_STARTS = new EnumMap<>(EventType.class);

    static {
        for (var type : EventType.values()) {
            LINE_STARTS.put(type, ("{\"type\":\"" + type.wireName() + "\",\"data\":").getBytes(US_ASCII));
        }
    }

    private final LineBuffer buffer = new LineBuffer(MAX_LINE + 1);
    private final ValueWriter values = new ValueWriter(buffer);
    private final boolean bare;

    /** Writes the values alone if {@code bare}, else with what says of which type they are. */
    LineWriter(boolean bare) {
        this.bare = bare;
    }

    /**
     * Writes one line.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_RESPONSE} if the value does not write
     *     itself as one JSON value, or its line is larger than {@link #MAX_LINE}
     */
    <T> void write(EventType type, T value, BiConsumer<T, JsonGenerator> write) {
        buffer.reset();
        if (!bare) {
            var start = requireNonNull(LINE_STARTS.get(type));
            buffer.write(start, 0, start.length);
        }
        try {
            values.write(value, write);
        } catch (JsonGenerationException e) {
            throw new ConnectorException(
                    ConnectorException.Type.INVALID_RESPONSE,
                    "this %s has no JSON form: %s".formatted(name(type), e.getMessage()),
                    e);
        }
        if (!bare) {
            buffer.write('}');
        }
        buffer.write('\n');
        if (buffer.overflowed()) {
            throw new ConnectorException(
                    ConnectorException.Type.INVALID_RESPONSE,
                    String.format(
                            Locale.ROOT,
                            "the line of this %s has %,d bytes, but the platform takes %,d at most",
                            name(type),
                            buffer.offered() - 1,
                            MAX_LINE));
        }
    }

    private static String name(EventType type) {
        return type == EventType.CONFIG ? "config patch" : type.wireName();
    }

    /** Lets go of the generator's buffers. */
    void close() {
        values.close();
    }

    byte[] bytes() {
        return buffer.bytes();
    }

    int length() {
        return buffer.length();
    }
}
