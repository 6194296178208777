package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.store.DataStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store as {@link DataStoreContract} sees it: a thin layer over the implementation, in this process or in another.
 *
 * <p>Values are plain Java: {@code String}, {@code Boolean}, any {@code Number}, null for JSON's null, {@code List}, and
 * {@code Map} with text keys. What the implementation throws, these methods throw.
 *
 * <p>The suite changes lists and maps in place after it has handed them over, and changes those it was given. A layer
 * over a store in this process must therefore pass the very objects on, and not copies.
 */
public interface StoreUnderTest {
    /** What {@link #get} returns for a key without a value, which is another thing than one that holds null. */
    Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "nothing";
        }
    };

    /** Returns the value under {@code key}, pending changes included, or {@link #ABSENT}. */
    @Nullable
    Object get(String key);

    /** Buffers a value. */
    void set(String key, @Nullable Object value);

    /** Buffers a removal. */
    void delete(String key);

    /** Sends what has changed. */
    void flush();

    /** Says whether {@link #flush()} would send anything. */
    boolean hasPendingChanges();

    /** Asks the platform for the configuration as it is now. */
    void reload();

    /**
     * Gets the value under {@code key}, changes that very object into {@code changed}, and sets it. A layer over a store
     * in another process overrides this, so that it happens there.
     */
    default void changeInPlace(String key, @Nullable Object changed) {
        set(key, PlainJson.changeInto(get(key), changed));
    }

    /** Returns the layer over this project's own store. */
    static StoreUnderTest of(DataStore store) {
        return new JsonStoreUnderTest(store);
    }

    /** What one invocation gives a store: the configuration, and a way to the platform. */
    interface Invocation {
        /** Returns the configuration that the invocation started with: the same object at each call. */
        Map<String, @Nullable Object> config();

        /**
         * Returns the configuration as it is now.
         *
         * @throws RuntimeException if the platform fails
         */
        Map<String, @Nullable Object> reloadConfig();

        /**
         * Applies the operations of a JSON Patch, each a map with {@code op}, {@code path} and perhaps {@code value}.
         *
         * @throws RuntimeException if the platform fails or rejects the patch
         */
        void patchConfig(List<? extends Map<String, ? extends @Nullable Object>> operations);

        /** Returns the same as JSON-P values, for stores that are opened with a context. */
        dev.connectorkit.dsl.command.Context context();

        /** Returns the same way to the platform for JSON-P patches. */
        dev.connectorkit.dsl.command.Response<?> response();
    }
}
