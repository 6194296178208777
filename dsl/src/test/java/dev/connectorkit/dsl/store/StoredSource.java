package dev.connectorkit.dsl.store;

import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.ObjectFilter;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source whose configuration patches change, and both ends that a handler sees of it. */
final class StoredSource implements Context, Response<Void> {
    private final JsonObject initial;
    private final List<JsonPatch> patches = new ArrayList<>();
    private JsonObject config;
    private @Nullable RuntimeException failure;

    private StoredSource(JsonObject config) {
        this.initial = config;
        this.config = config;
    }

    /** Returns a source with the configuration {@code json}, in which ' stands for ". */
    static StoredSource withConfig(String json) {
        return new StoredSource(json(json).asJsonObject());
    }

    static StoredSource withConfig(JsonObject config) {
        return new StoredSource(config);
    }

    /** Returns a source that stores {@code json}, in which ' stands for ". */
    static StoredSource holding(String json) {
        return withConfig("{'connectorAttributes':" + json + "}");
    }

    static JsonValue json(String json) {
        return Json.parse(json.replace('\'', '"'));
    }

    DataStore open() {
        return DataStore.of(this, this);
    }

    /** Returns the patches so far, ' for ", and forgets them. */
    String sent() {
        var sent = new ArrayList<String>();
        patches.forEach(patch -> sent.add(Json.toText(patch.toJsonArray()).replace('"', '\'')));
        patches.clear();
        return String.join(" ", sent);
    }

    void becomes(String json) {
        config = json("{'connectorAttributes':" + json + "}").asJsonObject();
    }

    void becomesConfig(String json) {
        config = json(json).asJsonObject();
    }

    void failsWith(@Nullable RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    public void patchConfig(JsonPatch patch) {
        if (failure != null) {
            throw failure;
        }
        patches.add(patch);
        config = patch.apply(config);
    }

    @Override
    public JsonObject config() {
        return initial;
    }

    @Override
    public JsonObject reloadConfig() {
        if (failure != null) {
            throw failure;
        }
        return config;
    }

    @Override
    public void send(Void output) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveState(JsonObject state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepAlive() {}

    @Override
    public ObjectFilter objectFilter() {
        throw new UnsupportedOperationException();
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
        return "1";
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
