package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The promises about what one message takes. */
final class LimitChecks extends StoreCheck {
    private static final int LIMIT = SimulatedPlatform.MAX_MESSAGE_BYTES;

    LimitChecks(DataStoreContract contract) {
        super(contract);
    }

    void requireLimit() {
        requireAccepted(List.of("x".repeat(LIMIT - 4_000)));
        requireRefused(List.of("x".repeat(LIMIT)));
        // As text this is within the limit; as bytes it is not.
        requireRefused(List.of("\u20ac".repeat(LIMIT / 2)));
        var many = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            many.add("x".repeat(LIMIT / 300 + 1));
        }
        requireRefused(many);
        // As text this is within the limit; with its escapes it is not.
        requireRefused(List.of("\"".repeat(LIMIT * 2 / 3)));
        // It is no text, but holds too much of it.
        requireRefused(List.of(List.of(Map.of("a", "x".repeat(LIMIT)))));
        requireKeysCounted("k".repeat(1_000));
        // As text they are within the limit; as bytes they are not.
        requireKeysCounted("\u20ac".repeat(400));
        requireReplacementsCounted();
        requireStoredNotCounted();
    }

    private void requireKeysCounted(String key) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        for (int i = 0; i < LIMIT / 1_000; i++) {
            session.store.set(key + i, 1);
        }
        requireRefusal(session);

        var all = Json.object();
        for (int i = 0; i < LIMIT / 1_000; i++) {
            all.add(key + i, 1);
        }
        var stored = all.build();
        var holding = open(stored);
        stored.keySet().forEach(holding.store::delete);
        requireRefusal(holding);
    }

    private void requireReplacementsCounted() {
        var session = open(holding("a", JsonValue.TRUE));
        session.store.set("a", "x".repeat(LIMIT));
        requireRefusal(session);
    }

    /** Checks that a source may hold more than a message takes. */
    private void requireStoredNotCounted() {
        var stored = Json.object();
        for (int i = 0; i < 4; i++) {
            stored.add("large" + i, "x".repeat(LIMIT / 2));
        }
        var session = open(stored.build());
        session.store.set("key", 1);
        try {
            session.store.flush();
        } catch (RuntimeException e) {
            throw violation(
                    StoreProperty.MESSAGE_LIMIT, "a small change of a source that holds much was refused: " + e, e);
        }
    }

    private void requireAccepted(List<?> values) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        try {
            setAll(session, values);
            session.store.flush();
        } catch (RuntimeException e) {
            throw violation(StoreProperty.MESSAGE_LIMIT, "a patch within the limit was refused: %s".formatted(e), e);
        }
    }

    private static void setAll(StoreSession session, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            session.store.set("key" + i, values.get(i));
        }
    }

    private void requireRefused(List<?> values) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        session.store.set("before", 1);
        setAll(session, values);
        requireRefusal(session);
        requireNothingLost(session, values);
    }

    private static void requireRefusal(StoreSession session) {
        requireRefusalOnce(session);
        requireRefusalOnce(session);
    }

    private static void requireRefusalOnce(StoreSession session) {
        var isRefused = false;
        try {
            session.store.flush();
        } catch (RuntimeException e) {
            isRefused = true;
        }
        if (!session.platform.patches().isEmpty()) {
            throw violation(
                    StoreProperty.MESSAGE_LIMIT, "a patch of more than 256 KiB was sent, and the platform drops it");
        }
        if (!isRefused) {
            throw violation(StoreProperty.MESSAGE_LIMIT, "a patch of more than 256 KiB was neither sent nor refused");
        }
    }

    private static void requireNothingLost(StoreSession session, List<?> values) {
        if (!session.store.hasPendingChanges()
                || !holds(session, "key0", values.get(0))
                || !holds(session, "before", 1)) {
            throw violation(StoreProperty.MESSAGE_LIMIT, "the refused changes are lost");
        }
        for (int i = 0; i < values.size(); i++) {
            session.store.delete("key" + i);
        }
        var patch = flushed(session);
        if (patch.size() != 1) {
            throw violation(
                    StoreProperty.MESSAGE_LIMIT,
                    "after all but one of the changes were taken back, what was sent is " + text(patch));
        }
    }

    private static boolean holds(StoreSession session, String key, Object value) {
        var found = session.store.get(key);
        return found != StoreUnderTest.ABSENT && JsonEquality.equal(PlainJson.toJson(found), PlainJson.toJson(value));
    }
}
