package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an invocation ended, after its last line.
 *
 * @param failure why it failed; null if it succeeded
 * @param trailing what followed the last line and is none itself; null if there was nothing
 * @param took the time from start to end on the driver's clock
 */
public record Ending(@Nullable Failure failure, @Nullable String trailing, Duration took) {

    /** Checks that the time is there. */
    public Ending {
        requireNonNull(took, "took");
    }
}
