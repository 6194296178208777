package dev.connectorkit.benchmarks.store;

import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Response;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Both ends that a store needs: a configuration that it is opened with, and a place for the patches that it sends. */
final class Source implements Response<Object> {
    private final JsonObject config;
    private @Nullable JsonPatch patch;

    Source(JsonObject config) {
        this.config = config;
    }

    /** Returns a context that knows the configuration and nothing else. */
    Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("config")) {
                        return config;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Returns the patch that was sent last. */
    JsonPatch patch() {
        if (patch == null) {
            throw new IllegalStateException("nothing was sent");
        }
        return patch;
    }

    @Override
    public void patchConfig(JsonPatch patch) {
        this.patch = patch;
    }

    @Override
    public void send(Object output) {
        throw new UnsupportedOperationException("send");
    }

    @Override
    public void saveState(JsonObject state) {
        throw new UnsupportedOperationException("saveState");
    }

    @Override
    public void keepAlive() {}
}
