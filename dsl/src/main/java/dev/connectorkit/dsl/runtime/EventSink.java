package dev.connectorkit.dsl.runtime;

import java.io.IOException;

/**
 * Where the lines of one answer go. The runner calls it from one thread at a time, though not always the same one. A
 * call that blocks holds up the handler: that is how a slow reader slows it down.
 */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes one line: a whole JSON object (any JSON value, if the connector {@linkplain
     * dev.connectorkit.dsl.Connector#answersBareJson answers bare JSON}) and the line feed that ends it, in UTF-8. The buffer belongs to the runner and
     * changes after the call.
     *
     * @throws IOException if the reader has gone; no further line is offered then
     */
    void line(EventType type, byte[] buffer, int offset, int length) throws IOException;

    /**
     * Passes on what the sink may have kept; called after the last line of an answer that did not fail, and some time after
     * a keepAlive that nothing followed.
     *
     * @throws IOException if the reader has gone
     */
    default void flush() throws IOException {}
}
