package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.jqwik.StoreRun;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What the checks of single promises share: stores on platforms, what a flush sent, and how a violation reads. */
abstract class StoreCheck {
    final DataStoreContract contract;

    StoreCheck(DataStoreContract contract) {
        this.contract = contract;
    }

    /** Says whether the layout allows {@code key}: the flat one shows a name for its own purposes. */
    static boolean fits(String key, Layout layout) {
        return layout == Layout.NESTED || !key.equals("connectorAttributes");
    }

    StoreSession open(JsonObject stored) {
        return open(StoreSession.platform(stored, contract.layout()));
    }

    StoreSession open(SimulatedPlatform platform) {
        return new StoreSession(contract, platform, false);
    }

    static JsonObject holding(String key, @Nullable JsonValue value) {
        return value == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.object().add(key, value).build();
    }

    /** Flushes and returns all operations that this sent. */
    static JsonArray flushed(StoreSession session) {
        var before = session.platform.patches().size();
        try {
            session.store.flush();
        } catch (RuntimeException e) {
            if (session.platform.patches().size() == before) {
                throw violation(StoreProperty.COMPLETENESS, "flush threw " + e, e);
            }
        }
        var operations = Json.array();
        var patches = session.platform.patches();
        patches.subList(before, patches.size()).forEach(patch -> patch.forEach(operations::add));
        return operations.build();
    }

    static String text(JsonValue value) {
        var text = Json.toText(value);
        return text.length() <= 1_000 ? text : "%s… (%d characters)".formatted(text.substring(0, 200), text.length());
    }

    static StoreViolation violation(StoreProperty property, String message) {
        return violation(property, message, (Throwable) null);
    }

    static StoreViolation violation(StoreProperty property, String message, @Nullable Throwable cause) {
        return new StoreViolation(property, "%s is broken: %s".formatted(property, message), cause);
    }

    static StoreViolation violation(StoreProperty property, String message, StoreRun run) {
        return violation(property, "%s%n%n%s".formatted(message, run));
    }
}
