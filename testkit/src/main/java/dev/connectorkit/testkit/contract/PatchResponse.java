package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.command.Response;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.function.Consumer;

/** As much of a response as stored values need. */
final class PatchResponse implements Response<Object> {
    private final Consumer<JsonPatch> platform;

    PatchResponse(Consumer<JsonPatch> platform) {
        this.platform = platform;
    }

    @Override
    public void patchConfig(JsonPatch patch) {
        platform.accept(patch);
    }

    @Override
    public void send(Object output) {
        throw new UnsupportedOperationException("a data store sends no objects");
    }

    @Override
    public void saveState(JsonObject state) {
        throw new UnsupportedOperationException("a data store saves no state");
    }

    @Override
    public void keepAlive() {
        throw new UnsupportedOperationException("a data store does not keep the platform waiting");
    }
}
