package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One invocation with one open store, on a platform that outlives it. Remembers what was handed over. */
final class StoreSession implements StoreUnderTest.Invocation {
    final SimulatedPlatform platform;
    final StoreUnderTest store;

    private final boolean isFrozen;
    private final Map<String, @Nullable Object> config;
    private final List<@Nullable Object> handedOver = new ArrayList<>();
    private @Nullable RuntimeException rejection;

    StoreSession(DataStoreContract contract, SimulatedPlatform platform, boolean isFrozen) {
        this.platform = platform;
        this.isFrozen = isFrozen;
        this.config = handOver(platform.config());
        this.store = contract.open(this);
    }

    /** Returns a platform whose source stores {@code attributes} and something that no test touches. */
    static SimulatedPlatform platform(JsonObject attributes, Layout layout) {
        var settings = Json.object();
        if (layout == Layout.NESTED) {
            settings.add("baseUrl", "https://example.com");
        }
        var platform = SimulatedPlatform.withConfig(settings.build(), layout);
        platform.setAttributes(attributes);
        return platform;
    }

    @SuppressWarnings("unchecked") // A configuration is an object, so its plain form is a map with text keys.
    private Map<String, @Nullable Object> handOver(JsonObject shown) {
        return (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(handOver(PlainJson.of(shown)));
    }

    /** Returns what the store is given in place of {@code plain}. */
    @Nullable
    Object handOver(@Nullable Object plain) {
        var given = isFrozen ? PlainJson.frozen(plain) : plain;
        handedOver.add(given);
        return given;
    }

    /** Remembers what the store gave away. */
    void handedBack(@Nullable Object plain) {
        handedOver.add(plain);
    }

    /** Changes everything that went through any door since the last time. */
    void scramble() {
        handedOver.forEach(PlainJson::scramble);
        handedOver.clear();
    }

    /** Returns why the platform did not take the last patch, or null if it did. */
    @Nullable
    RuntimeException rejection() {
        return rejection;
    }

    @Override
    public Map<String, @Nullable Object> config() {
        return config;
    }

    @Override
    public Map<String, @Nullable Object> reloadConfig() {
        return handOver(platform.reloadConfig());
    }

    @Override
    public void patchConfig(List<? extends Map<String, ? extends @Nullable Object>> operations) {
        handedOver.add(operations);
        send(PlainJson.toJson(operations).asJsonArray());
    }

    private void send(JsonArray operations) {
        rejection = null;
        try {
            platform.patchConfig(operations);
        } catch (RuntimeException e) {
            rejection = e;
            throw e;
        }
    }

    @Override
    public Context context() {
        return new StoreContext(LiveJson.view(config), () -> LiveJson.view(reloadConfig()));
    }

    @Override
    public Response<?> response() {
        return new PatchResponse(this::send);
    }

    private void send(JsonPatch patch) {
        // Written out, because the patch may show values that change later.
        send(Json.parse(Json.toText(patch.toJsonArray())).asJsonArray());
    }
}
