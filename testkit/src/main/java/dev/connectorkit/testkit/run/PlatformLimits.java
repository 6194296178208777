package dev.connectorkit.testkit.run;

import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the platform does not take, whatever the connector thinks of its run. */
final class PlatformLimits {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private PlatformLimits() {}

    /** Returns the exchange, failed if the platform would have failed it. */
    static Exchange check(Exchange exchange, @Nullable String patchProblem) {
        var problem = patchProblem == null ? problem(exchange) : patchProblem;
        if (problem == null || !exchange.succeeded()) {
            return exchange;
        }
        var ending = exchange.ending();
        return new Exchange(
                exchange.request(),
                exchange.lines(),
                new Ending(new Failure(Failure.PROTOCOL, problem), ending.trailing(), ending.took()));
    }

    private static @Nullable String problem(Exchange exchange) {
        var last = Duration.ZERO;
        var stateSaved = false;
        for (var line : exchange.lines()) {
            if (line.size() >= SimulatedPlatform.MAX_MESSAGE_BYTES) {
                return "a line of %d bytes is too large: the platform takes %d with the line's end"
                        .formatted(line.size(), SimulatedPlatform.MAX_MESSAGE_BYTES);
            }
            if (stateSaved && (line.type().equals(Line.OUTPUT) || line.type().equals(Line.STATE))) {
                return "a line of type " + line.type() + " follows the state, which comes once and last";
            }
            stateSaved |= line.type().equals(Line.STATE);
            if (isTooLong(line.at().minus(last))) {
                return silence(line.at().minus(last));
            }
            last = line.at();
        }
        var silence = exchange.ending().took().minus(last);
        return isTooLong(silence) ? silence(silence) : null;
    }

    private static boolean isTooLong(Duration silence) {
        return silence.compareTo(LONGEST_SILENCE) > 0;
    }

    private static String silence(Duration silence) {
        return "nothing was sent for %d s: the platform gives up after %d s"
                .formatted(silence.toSeconds(), LONGEST_SILENCE.toSeconds());
    }
}
