package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.testkit.run.Secrets;
import dev.connectorkit.testkit.simulation.PatchRejectedException;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The source that the console configures: its settings, what the connector stored in it, and its state. Safe for concurrent use. */
final class SimulatedSource {
    private static final String ATTRIBUTES = "connectorAttributes";

    private final Connector connector;
    private final SecretVault vault;
    private final SimulatedPlatform platform;
    private JsonObject settings = JsonValue.EMPTY_JSON_OBJECT;
    private @Nullable JsonObject state;

    private SimulatedSource(Connector connector, JsonObject config) {
        this.connector = connector;
        vault = new SecretVault(connector.spec());
        platform = SimulatedPlatform.withConfig(config);
    }

    static SimulatedSource of(Connector connector, JsonObject config) {
        var withDefaults = Json.object();
        connector.spec().sourceConfigInitialValues().forEach(withDefaults::add);
        config.forEach(withDefaults::add);
        var given = withDefaults.build();
        var source = new SimulatedSource(connector, given);
        if (given.get(ATTRIBUTES) instanceof JsonObject stored) {
            source.platform.setAttributes(stored);
        }
        source.setSettings(without(given, ATTRIBUTES));
        return source;
    }

    private static JsonObject without(JsonObject object, String name) {
        var kept = Json.object();
        object.forEach((member, value) -> {
            if (!member.equals(name)) {
                kept.add(member, value);
            }
        });
        return kept.build();
    }

    private void setSettings(JsonObject settings) {
        this.settings = settings;
        platform.setConfig(settings);
    }

    /** Returns the configuration that a connector sees. */
    synchronized JsonObject config() {
        return platform.config();
    }

    /** Returns the configuration without its filters, which would hide the objects that a filter is to be tried on. */
    synchronized JsonObject unfilteredConfig() {
        return without(without(platform.config(), "filterString"), "account.filterString");
    }

    /** Returns the input of the next aggregation: stateful, with the state, where the settings say so. */
    synchronized JsonObject nextRun() {
        var input = Json.object();
        if (isStateful()) {
            input.add("stateful", true);
            if (state != null) {
                input.add("state", state);
            }
        }
        return input.build();
    }

    private boolean isStateful() {
        var value = settings.get(ConnectorSpec.STATEFUL_KEY);
        var on = value == JsonValue.TRUE
                || (value instanceof JsonString text && text.getString().equals("true"));
        return on && connector.spec().supportsStatefulCommands();
    }

    /** Returns the source as the page shows it: masks for secrets, and what its settings lack. */
    synchronized JsonObject json() {
        var problems = Json.array();
        connector.configProblems(platform.config()).forEach(problems::add);
        return Json.object()
                .add("settings", vault.hide(settings))
                .add("stored", vault.strike(platform.attributes(), settings))
                .add("state", state == null ? JsonValue.NULL : vault.strikeKnown(state, settings))
                .add("problems", problems)
                .build();
    }

    /** Replaces the settings; a mask stands for the secret that it was shown for. */
    synchronized JsonObject configure(JsonObject masked) throws RefusedException {
        setSettings(without(Body.object(vault.reveal(masked)), ATTRIBUTES));
        return json();
    }

    /** Keeps the state that the next aggregation gets, and returns it as the page may show it. */
    synchronized JsonValue saveState(JsonObject saved) {
        state = saved;
        return vault.strikeKnown(saved, settings);
    }

    /** Applies a patch as the platform would, or refuses it as the platform would. */
    synchronized void patch(JsonArray operations) throws RefusedException {
        try {
            platform.patchConfig(operations);
        } catch (PatchRejectedException e) {
            throw RefusedException.unacceptable(
                    "the platform would refuse this patch: " + secrets().mask(String.valueOf(e.getMessage())));
        }
    }

    /** Returns operations without their secrets: a value counts as standing where it goes, since the path has the telling name. */
    synchronized JsonArray shown(JsonArray operations) {
        var shown = Json.array();
        for (var operation : operations) {
            var struck = vault.strike(operation, settings);
            var value = struck instanceof JsonObject object ? object.get("value") : null;
            if (struck instanceof JsonObject object && value != null) {
                var path = object.getString("path", "");
                var name = path.substring(path.lastIndexOf('/') + 1);
                var placed = vault.strike(Json.object().add(name, value).build(), settings)
                        .asJsonObject();
                struck = Json.provider()
                        .createObjectBuilder(object)
                        .add("value", placed.getOrDefault(name, JsonValue.NULL))
                        .build();
            }
            shown.add(struck);
        }
        return shown.build();
    }

    /** Forgets what the connector stored, and its state. */
    synchronized JsonObject forget() {
        platform.setAttributes(JsonValue.EMPTY_JSON_OBJECT);
        state = null;
        return json();
    }

    /** Returns what must not be shown. */
    synchronized Secrets secrets() {
        return Secrets.none().and(platform.config(), vault.names());
    }
}
