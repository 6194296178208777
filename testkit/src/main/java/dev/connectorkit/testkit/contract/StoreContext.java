package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.ObjectFilter;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** As much of a context as stored values need. */
final class StoreContext implements Context {
    private final JsonObject config;
    private final Supplier<JsonObject> reload;

    StoreContext(JsonObject config, Supplier<JsonObject> reload) {
        this.config = config;
        this.reload = reload;
    }

    @Override
    public JsonObject config() {
        return config;
    }

    @Override
    public JsonObject reloadConfig() {
        return reload.get();
    }

    @Override
    public ObjectFilter objectFilter() {
        throw new UnsupportedOperationException("a data store filters no objects");
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public String commandType() {
        return "std:account:list";
    }

    @Override
    public String invocationId() {
        return "data-store-contract";
    }

    @Override
    public @Nullable String id() {
        return null;
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    @Override
    public @Nullable Integer version() {
        return null;
    }

    @Override
    public @Nullable String connectorInstanceId() {
        return null;
    }

    @Override
    public @Nullable String spanId() {
        return null;
    }

    @Override
    public @Nullable String requestId() {
        return null;
    }
}
