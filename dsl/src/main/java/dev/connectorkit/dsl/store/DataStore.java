package dev.connectorkit.dsl.store;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.internal.json.FrozenJson;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that outlive the invocation, kept by the platform in the source's configuration.
 *
 * <p>Changes are buffered until {@link #flush()}, which sends one JSON Patch (RFC 6902) with one operation for each key
 * that really differs from what the platform holds, and sends nothing if none does. Values are compared as JSON: numbers
 * by value ({@code 1} equals {@code 1.0}), objects whatever the order of their members.
 *
 * <pre>{@code
 * static final StoreKey<String> CURSOR = StoreKey.string("cursor");
 *
 * var store = DataStore.of(context, response);
 * for (var page : client.pagesAfter(store.get(CURSOR))) {
 *     page.accounts().forEach(response::send);
 *     store.set(CURSOR, page.cursor());
 *     store.flush();
 * }
 * }</pre>
 *
 * <p>Belongs to one invocation; not safe for concurrent use.
 */
public final class DataStore {
    private final Context context;
    private final Response<?> response;
    private final Layout layout;
    private final Baseline baseline;

    // In the order of the first change, which becomes the order of the operations.
    private final Map<String, Change> buffer = new LinkedHashMap<>();
    private int changes;

    private DataStore(Context context, Response<?> response, Layout layout) {
        this.context = requireNonNull(context, "context");
        this.response = requireNonNull(response, "response");
        this.layout = requireNonNull(layout, "layout");
        this.baseline = new Baseline(attributesOf(context.config()));
    }

    /**
     * Opens the store of the source that {@code context} belongs to, in the layout that the platform documents.
     *
     * @throws ConnectorException if the configuration's {@code connectorAttributes} is something other than an object
     */
    public static DataStore of(Context context, Response<?> response) {
        return of(context, response, Layout.NESTED);
    }

    /**
     * Opens the store of the source that {@code context} belongs to.
     *
     * @throws ConnectorException if the configuration does not have the layout
     */
    public static DataStore of(Context context, Response<?> response, Layout layout) {
        return new DataStore(context, response, layout);
    }

    /**
     * Returns the value under {@code key}, changes not flushed yet included, or null if there is none. A value that an
     * administrator has set to JSON's null counts as none for every key but {@link StoreKey#json}.
     *
     * @throws ConnectorException if what is stored is not what {@code key} reads; the message names the key and holds
     *     no value
     */
    public <T> @Nullable T get(StoreKey<T> key) {
        var value = get(key.name());
        return value == null ? null : key.read(value);
    }

    /** Returns the JSON under {@code key}, changes not flushed yet included, or null if there is none. */
    public @Nullable JsonValue get(String key) {
        requireNonNull(key, "key");
        var change = buffer.get(key);
        return change == null ? baseline.get(key) : change.value;
    }

    /**
     * Buffers {@code value} under {@code key} until {@link #flush()}. Storing what is already stored cancels the pending
     * change. What {@code value} was is kept: changing it later changes nothing here.
     *
     * @throws ConnectorException if {@code value} has no JSON form; the message names the key, and nothing was changed
     */
    public <T> void set(StoreKey<T> key, T value) {
        requireNonNull(value, "value: delete(key) removes a value");
        set(key.name(), key.write(value));
    }

    /**
     * Buffers {@code value} under {@code key}, as {@link #set(StoreKey, Object)} does.
     *
     * @throws ConnectorException if {@code value} could not be written and read again: nested deeper than 200 levels, in
     *     a circle, or holding a number of more than 1,000 characters or a name of more than 50,000
     */
    public void set(String key, JsonValue value) {
        requireNonNull(key, "key");
        requireNonNull(value, "value: delete(key) removes a value");
        // Before it is frozen, which is not worth its walk for a value that will not be kept.
        if (JsonEquality.equal(baseline.get(key), value)) {
            cancel(key);
            return;
        }
        try {
            FrozenJson.checkName(key);
            buffer(key, FrozenJson.freeze(value));
        } catch (IllegalArgumentException e) {
            throw StoreErrors.notStorable(key, e);
        }
    }

    /** Buffers the removal of {@code key} until {@link #flush()}. Deleting what is not there does nothing. */
    public void delete(StoreKey<?> key) {
        delete(key.name());
    }

    /** Buffers the removal of {@code key}, as {@link #delete(StoreKey)} does. */
    public void delete(String key) {
        requireNonNull(key, "key");
        if (baseline.get(key) == null) {
            cancel(key);
        } else {
            buffer(key, null);
        }
    }

    /** Says whether {@link #flush()} would send anything. */
    public boolean hasPendingChanges() {
        return changes > 0;
    }

    /**
     * Sends all changes as one patch: {@code add} for keys that are new, {@code replace} for those that are not, {@code
     * remove} for deleted ones. Sends nothing if nothing differs.
     *
     * <p>If this throws, the store is as it was, and the next call sends the same patch.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_RESPONSE} if the patch would exceed the
     *     256 KiB that the platform takes in one message; nothing was sent then
     */
    public void flush() {
        if (changes > 0) {
            response.patchConfig(PatchWriter.write(buffer, baseline, layout));
            buffer.forEach((key, change) -> baseline.put(key, change.value));
        }
        buffer.clear();
        changes = 0;
    }

    /**
     * Asks the platform for the configuration as it is now and compares with that from here on. Changes not flushed yet
     * stay; those that the platform has by now will not be sent. Values flushed in this invocation come back with what
     * the platform answers, which is taken at its word.
     *
     * <p>If this throws, the store is as it was.
     *
     * @throws ConnectorException if the platform does not answer, or answers with a configuration that does not have the
     *     layout
     */
    public void reload() {
        baseline.replaceBy(attributesOf(context.reloadConfig()));
        changes = 0;
        for (var entry : buffer.entrySet()) {
            var change = entry.getValue();
            change.isNeeded = !JsonEquality.equal(change.value, baseline.get(entry.getKey()));
            if (change.isNeeded) {
                changes++;
            }
        }
    }

    private JsonObject attributesOf(JsonObject config) {
        try {
            return FrozenJson.freezeObject(layout.attributesOf(config));
        } catch (IllegalArgumentException e) {
            throw StoreErrors.attributesAreUnreadable(String.valueOf(e.getMessage()));
        }
    }

    private void cancel(String key) {
        if (buffer.isEmpty()) {
            return;
        }
        var cancelled = buffer.remove(key);
        if (cancelled != null && cancelled.isNeeded) {
            changes--;
        }
    }

    private void buffer(String key, @Nullable JsonValue value) {
        var replaced = buffer.put(key, new Change(value));
        if (replaced == null || !replaced.isNeeded) {
            changes++;
        }
    }

    /** What a key is to become; no value means that it is to go. */
    static final class Change {
        final @Nullable JsonValue value;

        // A reload can show that the platform already holds the value; another one, that it does no longer.
        boolean isNeeded = true;

        Change(@Nullable JsonValue value) {
            this.value = value;
        }
    }
}
