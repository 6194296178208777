package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.function.Function;

/** Takes one type and sends another. As safe for concurrent use as the function is. */
record MappedResponse<T, O>(Response<O> response, Function<? super T, ? extends O> map) implements Response<T> {
    MappedResponse {
        requireNonNull(response, "response");
        requireNonNull(map, "map");
    }

    @Override
    public void send(T output) {
        response.send(map.apply(output));
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
