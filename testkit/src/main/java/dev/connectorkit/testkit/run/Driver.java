package dev.connectorkit.testkit.run;

import dev.connectorkit.dsl.runtime.CommandRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A way to send commands to a connector. One invocation at a time unless an implementation says otherwise.
 *
 * @see HttpDriver
 * @see ForwardingDriver
 */
public interface Driver extends AutoCloseable {

    /** Returns what this talks to, in words: {@code http://localhost:3000}, or {@code airtable, in process}. */
    String describe();

    /**
     * Sends a command and hands every line of the answer to {@code listener} as it arrives, keeping none.
     *
     * @throws ConnectorUnreachableException if the connector cannot be asked at all
     */
    Ending stream(CommandRequest request, LineListener listener);

    /** Sends a command, hands every line to {@code listener}, and keeps them all. */
    default Exchange execute(CommandRequest request, LineListener listener) {
        List<Line> lines = new ArrayList<>();
        var ending = stream(request, line -> {
            lines.add(line);
            listener.received(line);
        });
        return new Exchange(request, lines, ending);
    }

    /** Sends a command and keeps the answer. */
    default Exchange execute(CommandRequest request) {
        return execute(request, line -> {});
    }

    /** Returns whether the connector runs in this process, under a clock and with a source that tests control. */
    default boolean isInProcess() {
        return false;
    }

    /** Returns the keys of the configuration items that hold secrets, as far as that is known. */
    default Set<String> secretItems() {
        return Set.of();
    }

    /** Returns the lines that connectors tried to write after their invocation was over, as far as that shows. */
    default List<Line> lateLines() {
        return List.of();
    }

    /** Returns the media types of the answers so far that carried lines, as far as there are any. */
    default Set<String> mediaTypes() {
        return Set.of();
    }

    @Override
    default void close() {}
}
