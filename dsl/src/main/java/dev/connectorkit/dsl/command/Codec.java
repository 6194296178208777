package dev.connectorkit.dsl.command;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

/**
 * Reads and writes one type of value as JSON. Implementations are immutable and safe to share.
 *
 * @param <T> the type of value
 */
public interface Codec<T> {

    /** Returns the type this codec reads and writes. */
    Class<T> type();

    /**
     * Reads a value. Members that the type does not know are ignored.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if the JSON does not have
     *     the shape of the type; the message names the member
     */
    T read(JsonValue json);

    /** Writes {@code value} as one JSON value; {@code out} is neither flushed nor closed. */
    void write(T value, JsonGenerator out);
}
