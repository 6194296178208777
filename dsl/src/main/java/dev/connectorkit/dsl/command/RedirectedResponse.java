package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.function.Consumer;

/** Hands outputs to a function instead of sending them. As safe for concurrent use as the function is. */
record RedirectedResponse<T>(Response<?> response, Consumer<? super T> outputs) implements Response<T> {
    @Override
    public void send(T output) {
        outputs.accept(output);
    }

    @Override
    public void saveState(JsonObject state) {
        response.saveState(state);
    }

    @Override
    public void keepAlive() {
        response.keepAlive();
    }

    @Override
    public void patchConfig(JsonPatch patch) {
        response.patchConfig(patch);
    }
}
