package dev.connectorkit.dsl.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server puts up with. Immutable; every {@code with…} returns a new value.
 *
 * @param requestBytes the largest body that is read; larger ones are answered with 413
 * @param invocations how many commands run at once; more are answered with 503
 * @param timeout how long one command may run before it is cancelled; null for as long as it likes
 * @param shutdown how long running commands may take to end when the server stops; then they are cancelled
 */
public record ServerLimits(
        int requestBytes, int invocations, @Nullable Duration timeout, Duration shutdown) {
    private static final ServerLimits STANDARD = new ServerLimits(4 << 20, 1000, null, Duration.ofSeconds(20));

    /** Checks that every limit allows something. */
    public ServerLimits {
        requireNonNull(shutdown, "shutdown");
        if (requestBytes < 1 || invocations < 1) {
            throw new IllegalArgumentException("requestBytes and invocations must be at least 1");
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("timeout must be positive, but is " + timeout);
        }
        if (shutdown.isNegative()) {
            throw new IllegalArgumentException("shutdown must not be negative, but is " + shutdown);
        }
    }

    /** Returns 4 MiB a request, 1000 commands at once, no timeout, and 20 seconds to stop. */
    public static ServerLimits standard() {
        return STANDARD;
    }

    /** Returns these limits for bodies of another size. */
    public ServerLimits withRequestBytes(int bytes) {
        return new ServerLimits(bytes, invocations, timeout, shutdown);
    }

    /** Returns these limits for another number of commands at once. */
    public ServerLimits withInvocations(int count) {
        return new ServerLimits(requestBytes, count, timeout, shutdown);
    }

    /** Returns these limits with a time after which a command is cancelled; null for none. */
    public ServerLimits withTimeout(@Nullable Duration duration) {
        return new ServerLimits(requestBytes, invocations, duration, shutdown);
    }

    /** Returns these limits with another time for running commands to end when the server stops. */
    public ServerLimits withShutdown(Duration duration) {
        return new ServerLimits(requestBytes, invocations, timeout, duration);
    }
}
