package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.store.Layout;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's side of stored values: it keeps one source's configuration, attributes and state across invocations,
 * applies the patches that connectors send, and can be told to fail.
 *
 * <p>As the real one, it shows a connector the attributes twice: at the root of the configuration and below {@code
 * connectorAttributes}. Patches go to the source's attributes alone.
 *
 * <p>Safe for concurrent use.
 */
public final class SimulatedPlatform {
    /** What the platform takes in one message. */
    public static final int MAX_MESSAGE_BYTES = 256 * 1024;

    private static final String ATTRIBUTES = "connectorAttributes";
    private static final int ENVELOPE_BYTES =
            "{\"type\":\"config\",\"data\":}\n".getBytes(StandardCharsets.UTF_8).length;

    private final Layout layout;
    private final Deque<RuntimeException> patchFailures = new ArrayDeque<>();
    private final Deque<RuntimeException> reloadFailures = new ArrayDeque<>();
    private final List<JsonArray> patches = new ArrayList<>();
    private JsonObject settings;
    private JsonObject source;
    private final Map<String, JsonObject> states = new HashMap<>();
    private boolean showsEmptyAttributes = true;

    private SimulatedPlatform(JsonObject settings, Layout layout) {
        this.settings = settings;
        this.layout = layout;
        this.source = Json.object()
                .add("name", "simulated")
                .add(ATTRIBUTES, JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    /** Returns a platform with a source that has no settings and stores nothing. */
    public static SimulatedPlatform empty() {
        return withConfig(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns a platform with a source whose configuration is {@code settings} and that stores nothing yet. */
    public static SimulatedPlatform withConfig(JsonObject settings) {
        return withConfig(settings, Layout.NESTED);
    }

    /** Returns a platform that, in the flat layout, expects patches to point to {@code /<key>}. */
    public static SimulatedPlatform withConfig(JsonObject settings, Layout layout) {
        return new SimulatedPlatform(requireNonNull(settings, "settings"), requireNonNull(layout, "layout"));
    }

    /** Returns the configuration as a connector is shown it now. */
    public synchronized JsonObject config() {
        var config = copyOf(settings);
        var attributes = attributes();
        attributes.forEach(config::add);
        if (!attributes.isEmpty() || showsEmptyAttributes) {
            config.add(ATTRIBUTES, attributes);
        }
        return config.build();
    }

    /**
     * Returns the configuration as {@link #config()} does, for a connector that asks for it again.
     *
     * @throws RuntimeException the one given to {@link #failNextReload}
     */
    public synchronized JsonObject reloadConfig() {
        var failure = reloadFailures.poll();
        if (failure != null) {
            throw failure;
        }
        return config();
    }

    /**
     * Applies a patch to the source, all of it or nothing.
     *
     * @throws PatchRejectedException if it is larger than {@link #MAX_MESSAGE_BYTES}, points outside of the attributes,
     *     or cannot be applied
     * @throws RuntimeException the one given to {@link #failNextPatch}
     */
    public void patchConfig(JsonPatch patch) {
        patchConfig(patch.toJsonArray());
    }

    /** Applies the operations of a patch to the source, as {@link #patchConfig(JsonPatch)} does. */
    public synchronized void patchConfig(JsonArray operations) {
        patches.add(operations);
        var failure = patchFailures.poll();
        if (failure != null) {
            throw failure;
        }
        var bytes = Json.toBytes(out -> out.write(operations)).length + ENVELOPE_BYTES;
        if (bytes > MAX_MESSAGE_BYTES) {
            throw new PatchRejectedException(
                    "a message of %d bytes is too large: %d are allowed".formatted(bytes, MAX_MESSAGE_BYTES));
        }
        var patched = StrictPatch.apply(operations, document());
        if (layout == Layout.FLAT) {
            setAttributes(requireObject(patched));
            return;
        }
        var document = requireObject(patched);
        requireObject(document.get(ATTRIBUTES));
        source = document;
    }

    private static JsonObject requireObject(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new PatchRejectedException("the source would have no object of attributes any more");
    }

    /** Returns the document that patches are applied to. */
    public synchronized JsonObject document() {
        return layout == Layout.FLAT ? attributes() : source;
    }

    /** Returns what the source stores. */
    public synchronized JsonObject attributes() {
        return source.getJsonObject(ATTRIBUTES);
    }

    /** Replaces everything that the source stores, as an administrator could. */
    public synchronized void setAttributes(JsonObject attributes) {
        source = copyOf(source).add(ATTRIBUTES, attributes).build();
    }

    /** Stores one value behind the connector's back. */
    public synchronized void setAttribute(String key, JsonValue value) {
        setAttributes(copyOf(attributes()).add(key, value).build());
    }

    /** Removes one value behind the connector's back, if it is there. */
    public synchronized void removeAttribute(String key) {
        var kept = Json.object();
        attributes().forEach((name, value) -> {
            if (!name.equals(key)) {
                kept.add(name, value);
            }
        });
        setAttributes(kept.build());
    }

    /** Replaces the settings that are not stored values, as an administrator could. */
    public synchronized void setConfig(JsonObject settings) {
        this.settings = settings;
    }

    /** Leaves {@code connectorAttributes} out of the configuration while the source stores nothing. */
    public synchronized void hideEmptyAttributes() {
        showsEmptyAttributes = false;
    }

    /** Makes the next patch that has no failure yet fail before anything of it is applied. */
    public synchronized void failNextPatch(RuntimeException failure) {
        patchFailures.add(failure);
    }

    /** Makes the next reload that has no failure yet fail. */
    public synchronized void failNextReload(RuntimeException failure) {
        reloadFailures.add(failure);
    }

    /** Returns the patches received so far, those that failed included, oldest first. */
    public synchronized List<JsonArray> patches() {
        return List.copyOf(patches);
    }

    /**
     * Keeps the state that the next stateful run of a list will receive.
     *
     * @param list tells the lists of a source apart: accounts, or entitlements of one type
     */
    public synchronized void saveState(String list, JsonObject state) {
        states.put(requireNonNull(list, "list"), requireNonNull(state, "state"));
    }

    /** Returns the state that was saved last for a list, or null if none was. */
    public synchronized @Nullable JsonObject state(String list) {
        return states.get(list);
    }

    /** Returns a platform with a source that is set up and stores the same, and goes its own way from here. */
    public synchronized SimulatedPlatform copy() {
        var copy = new SimulatedPlatform(settings, layout);
        copy.source = source;
        copy.states.putAll(states);
        copy.showsEmptyAttributes = showsEmptyAttributes;
        return copy;
    }

    /** Returns the configuration without what is stored. */
    public synchronized JsonObject settings() {
        return settings;
    }

    private static JsonObjectBuilder copyOf(JsonObject object) {
        var builder = Json.object();
        object.forEach(builder::add);
        return builder;
    }
}
