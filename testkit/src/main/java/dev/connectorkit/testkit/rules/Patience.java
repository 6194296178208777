package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.ConnectorUnreachableException;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.LineListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a connector, and knows when to stop: a command that fell silent twice is not waited for a third time, and a server
 * that answered before and is gone now has a fault, which is told as a failure of the command that met it.
 */
final class Patience {
    private static final int SILENCES = 2;

    private final Driver driver;
    private final Map<String, Integer> silences = new HashMap<>();
    private @Nullable String last;
    private @Nullable String gone;

    Patience(Driver driver) {
        this.driver = driver;
    }

    /** Returns that the connector answered once and does not any more, in words; null while it does. */
    @Nullable
    String gone() {
        return gone;
    }

    /**
     * Sends a command.
     *
     * @throws ConnectorUnreachableException if the connector has never answered, or if this thread is interrupted
     */
    Exchange ask(CommandRequest request, LineListener listener) {
        var type = request.type();
        if (silences.getOrDefault(type, 0) >= SILENCES) {
            return failed(request, "`" + type + "` fell silent twice before, and was not asked again");
        }
        try {
            var exchange = driver.execute(request, listener);
            last = type;
            var failure = exchange.failure();
            if (!driver.isInProcess() && failure != null && failure.isSilence()) {
                silences.merge(type, 1, Integer::sum);
            }
            return exchange;
        } catch (ConnectorUnreachableException e) {
            if (last == null || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            gone = "nothing answers at " + driver.describe() + " any more, after `" + last
                    + "`: has the process of the connector ended? In Node.js, a promise that is rejected and that nobody"
                    + " awaits ends it";
            return failed(request, gone);
        }
    }

    private static Exchange failed(CommandRequest request, String message) {
        return new Exchange(
                request, List.of(), new Ending(new Failure(Failure.PROTOCOL, message), null, Duration.ZERO));
    }
}
