package dev.connectorkit.testkit.contract;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.store.DataStore;
import dev.connectorkit.dsl.store.StoreKey;
import org.jspecify.annotations.Nullable;

/** This project's store, handed JSON-P values that change with the plain ones behind them. */
final class JsonStoreUnderTest implements StoreUnderTest {
    private final DataStore store;

    JsonStoreUnderTest(DataStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Object get(String key) {
        var value = store.get(key);
        return value == null ? ABSENT : LiveJson.plain(value);
    }

    @Override
    public void set(String key, @Nullable Object value) {
        var live = LiveJson.view(value);
        if (live == null) {
            store.set(StoreKey.plain(key), requireNonNull(value));
        } else {
            store.set(key, live);
        }
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public void flush() {
        store.flush();
    }

    @Override
    public boolean hasPendingChanges() {
        return store.hasPendingChanges();
    }

    @Override
    public void reload() {
        store.reload();
    }
}
