package dev.connectorkit.dsl.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values in memory while the connector's instance stays warm:
 *
 * <pre>{@code
 * static final CacheKey<Map<String, String>> GROUP_NAMES = CacheKey.of("group-names", Duration.ofMinutes(10));
 *
 * var names = cache.get(GROUP_NAMES, client::groupNames);
 * }</pre>
 *
 * <p>An instance serves many invocations one after the other and several at once, and vanishes without notice, so a value
 * must be one that can be fetched again. Safe for concurrent use.
 */
public final class ConnectorCache {
    private static final long USUAL_ENTRIES = 10_000;

    private final AsyncCache<String, Entry> entries;

    private record Entry(Object value, Duration timeToLive) {}

    /**
     * Fetches a value.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    public interface Loader<T> {
        /**
         * Returns the value.
         *
         * @throws Exception whatever went wrong; nothing is kept then
         */
        T load() throws Exception;
    }

    private ConnectorCache(long maximumEntries, InstantSource clock) {
        requireNonNull(clock, "clock");
        entries = Caffeine.newBuilder()
                .maximumSize(maximumEntries)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .expireAfter(Expiry.<String, Entry>writing((name, entry) -> entry.timeToLive()))
                .buildAsync();
    }

    /** Returns an empty cache of up to 10,000 values. */
    public static ConnectorCache create() {
        return of(USUAL_ENTRIES, InstantSource.system());
    }

    /**
     * Returns an empty cache.
     *
     * @param maximumEntries how many values are kept; beyond, those used least give way
     * @param clock what values grow old by
     */
    public static ConnectorCache of(long maximumEntries, InstantSource clock) {
        return new ConnectorCache(maximumEntries, clock);
    }

    /**
     * Returns the value under {@code key}, loading it where there is none. However many callers ask at once, one of them
     * loads and the others wait for it, and see its failure. A failure is not kept: the next caller loads again. A loader
     * may load other keys, but not its own.
     *
     * @throws Exception whatever the loader throws
     * @throws InterruptedException if the caller is interrupted while it waits for another one's load
     */
    public <T> T get(CacheKey<T> key, Loader<? extends T> loader) throws Exception {
        var mine = new CompletableFuture<Entry>();
        var others = entries.asMap().putIfAbsent(key.name(), mine);
        if (others != null) {
            return value(key, others);
        }
        try {
            var value = requireNonNull(loader.load(), "the loaded value");
            mine.complete(entry(key, value));
            return value;
        } catch (Throwable failure) {
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private static <T> T value(CacheKey<T> key, CompletableFuture<Entry> loading) throws Exception {
        try {
            return cast(key, loading.get());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw failure;
        }
    }

    /** Returns the value under {@code key}, or null if there is none, it is too old, or it is still being loaded. */
    public <T> @Nullable T getIfPresent(CacheKey<T> key) {
        var loading = entries.getIfPresent(key.name());
        if (loading == null || !loading.isDone() || loading.isCompletedExceptionally()) {
            return null;
        }
        return cast(key, loading.join());
    }

    /** Keeps {@code value} under {@code key}, in place of what is there. */
    public <T> void put(CacheKey<T> key, T value) {
        entries.put(key.name(), CompletableFuture.completedFuture(entry(key, requireNonNull(value, "value"))));
    }

    /** Forgets what is under {@code key}. */
    public void remove(CacheKey<?> key) {
        entries.synchronous().invalidate(key.name());
    }

    /** Forgets everything. */
    public void clear() {
        entries.synchronous().invalidateAll();
    }

    /** Returns how many values are kept, once those that must give way have done so. */
    long size() {
        var values = entries.synchronous();
        values.cleanUp();
        return values.estimatedSize();
    }

    private static Entry entry(CacheKey<?> key, Object value) {
        return new Entry(value, key.timeToLive());
    }

    // A name belongs to one type, as CacheKey says.
    @SuppressWarnings({"unchecked", "UnusedVariable"})
    private static <T> T cast(CacheKey<T> key, Entry entry) {
        return (T) entry.value();
    }
}
