package dev.connectorkit.dsl.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Names one value in a {@link ConnectorCache}, and says how long it lasts. Two keys of one name are one key, so a name
 * belongs to one type. Immutable; safe to share.
 *
 * @param name the name
 * @param timeToLive how long a value lasts after it was loaded or put
 * @param <T> the type of the value
 */
public record CacheKey<T>(String name, Duration timeToLive) {
    /** What no name may start with: the project keeps it for itself. */
    public static final String RESERVED_PREFIX = "connectorkit:";

    /** Checks the name and the duration. */
    public CacheKey {
        requireNonNull(name, "name");
        requireNonNull(timeToLive, "timeToLive");
        if (name.startsWith(RESERVED_PREFIX)) {
            throw new IllegalArgumentException("name: `%s` starts with `%s`, which is reserved; use another prefix"
                    .formatted(name, RESERVED_PREFIX));
        }
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException(
                    "timeToLive: expected more than no time, but `%s` is to last %s".formatted(name, timeToLive));
        }
    }

    /** Returns a key whose values last for {@code timeToLive}. */
    public static <T> CacheKey<T> of(String name, Duration timeToLive) {
        return new CacheKey<>(name, timeToLive);
    }

    /** Returns the key of one of many values, such as one group of all: {@code GROUP.at(id)}. */
    public CacheKey<T> at(String part) {
        return new CacheKey<>(name + "/" + part, timeToLive);
    }
}
