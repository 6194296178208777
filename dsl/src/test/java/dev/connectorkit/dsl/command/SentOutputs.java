package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a handler sends. Safe for concurrent use. */
public final class SentOutputs<O> implements Response<O> {
    private final List<O> outputs = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable JsonObject state;

    /** Starts with nothing sent. */
    public SentOutputs() {}

    public List<O> outputs() {
        return List.copyOf(outputs);
    }

    public @Nullable JsonObject state() {
        return state;
    }

    @Override
    public void send(O output) {
        outputs.add(output);
    }

    @Override
    public void saveState(JsonObject newState) {
        state = newState;
    }

    @Override
    public void keepAlive() {}

    @Override
    public void patchConfig(JsonPatch patch) {}
}
