package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.jqwik.JsonPair;
import dev.connectorkit.testkit.jqwik.JsonValues;
import dev.connectorkit.testkit.jqwik.StoreRun;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The promises that take more than one run, or none, to check. */
final class StoreChecks {
    private static final int LIMIT = SimulatedPlatform.MAX_MESSAGE_BYTES;

    private final DataStoreContract contract;

    StoreChecks(DataStoreContract contract) {
        this.contract = contract;
    }

    /** Says whether the flat layout, which shows one name for its own purposes, allows the keys of {@code run}. */
    static boolean fits(StoreRun run, Layout layout) {
        return run.keys().stream().allMatch(key -> fits(key, layout));
    }

    static boolean fits(String key, Layout layout) {
        return layout == Layout.NESTED || !key.equals("connectorAttributes");
    }

    private StoreSession open(JsonObject stored) {
        return open(StoreSession.platform(stored, contract.layout()));
    }

    private StoreSession open(SimulatedPlatform platform) {
        return new StoreSession(contract, platform, false);
    }

    private static JsonObject holding(String key, @Nullable JsonValue value) {
        return value == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.object().add(key, value).build();
    }

    void requireCommutativity(StoreRun run) {
        var one = open(run.initial());
        var other = open(run.initial());
        var edits = StoreEditing.of(run);
        edits.applyTo(one.store);
        edits.regrouped().applyTo(other.store);
        var onePatch = flushed(one);
        var otherPatch = flushed(other);
        if (!sameOperations(onePatch, otherPatch)) {
            throw violation(
                    StoreProperty.COMMUTATIVITY,
                    "the same commands in another order make another patch: %s and %s"
                            .formatted(Json.toText(onePatch), Json.toText(otherPatch)),
                    run);
        }
    }

    private static boolean sameOperations(JsonArray one, JsonArray other) {
        var ones = StoreEditing.byPath(one);
        var others = StoreEditing.byPath(other);
        return one.size() == other.size()
                && ones.entrySet().stream()
                        .allMatch(entry -> JsonEquality.equal(entry.getValue(), others.get(entry.getKey())));
    }

    /** Flushes and returns all operations that this sent. */
    private static JsonArray flushed(StoreSession session) {
        var before = session.platform.patches().size();
        try {
            session.store.flush();
        } catch (RuntimeException e) {
            if (session.platform.patches().size() == before) {
                throw new StoreViolation(
                        StoreProperty.COMPLETENESS,
                        "%s is broken: flush threw %s".formatted(StoreProperty.COMPLETENESS, e),
                        e);
            }
        }
        var operations = Json.array();
        var patches = session.platform.patches();
        patches.subList(before, patches.size()).forEach(patch -> patch.forEach(operations::add));
        return operations.build();
    }

    void requireIdempotence(StoreRun run) {
        var session = open(run.initial());
        var edits = StoreEditing.of(run);
        edits.applyTo(session.store);
        session.store.flush();
        requireSilence(session, "the second of two flushes sent", run);
        edits.applyTo(session.store);
        requireSilence(session, "the same commands once more, in the same store, sent", run);
        var reopened = open(session.platform);
        edits.applyTo(reopened.store);
        requireSilence(reopened, "the same commands once more, in a new invocation, sent", run);
    }

    private static void requireSilence(StoreSession session, String what, StoreRun run) {
        var before = session.platform.patches().size();
        session.store.flush();
        var patches = session.platform.patches();
        if (patches.size() > before) {
            throw violation(StoreProperty.IDEMPOTENCE, what + " " + Json.toText(patches.get(patches.size() - 1)), run);
        }
    }

    void requireGrouping(StoreRun run) {
        var once = open(run.initial());
        var often = open(run.initial());
        var edits = StoreEditing.of(run);
        edits.applyTo(once.store);
        var operations = flushed(once).size();
        var operationsOften = 0;
        for (var edit : edits.edits()) {
            edit.applyTo(often.store);
            operationsOften += flushed(often).size();
        }
        if (!JsonEquality.equal(once.platform.document(), often.platform.document())) {
            throw violation(
                    StoreProperty.GROUPING,
                    "one flush makes %s, a flush after each command %s"
                            .formatted(Json.toText(once.platform.document()), Json.toText(often.platform.document())),
                    run);
        }
        if (operations > operationsOften) {
            throw violation(
                    StoreProperty.GROUPING,
                    "one flush takes %d operations, a flush after each command %d"
                            .formatted(operations, operationsOften),
                    run);
        }
    }

    void requireLifeOf(String key) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        var pointer = (contract.layout() == Layout.NESTED ? "/connectorAttributes/" : "/")
                + jakarta.json.Json.encodePointer(key);
        session.store.set(key, 1);
        requireOperation(session, "add", pointer, key);
        session.store.set(key, 2);
        requireOperation(session, "replace", pointer, key);
        session.store.delete(key);
        requireOperation(session, "remove", pointer, key);
    }

    private static void requireOperation(StoreSession session, String op, String pointer, String key) {
        var patch = flushed(session);
        var operation = patch.size() == 1 ? patch.getJsonObject(0) : JsonValue.EMPTY_JSON_OBJECT;
        if (!operation.getString("path", "?").equals(pointer)) {
            throw violation(
                    StoreProperty.POINTERS,
                    "`%s` takes one operation at %s, but what was sent is %s"
                            .formatted(key, pointer, Json.toText(patch)),
                    null);
        }
        if (!operation.getString("op", "?").equals(op)) {
            throw violation(
                    StoreProperty.RIGHT_OPERATION,
                    "`%s` takes %s, but what was sent is %s".formatted(key, op, Json.toText(patch)),
                    null);
        }
    }

    void requireCancellation(String key, JsonValue value, JsonValue other) {
        var holding = open(holding(key, value));
        holding.store.set(key, PlainJson.of(other));
        holding.store.set(key, PlainJson.respelled(value));
        requireNothing(holding, "`%s` was set to something else and back".formatted(key));

        holding.store.delete(key);
        holding.store.set(key, PlainJson.of(value));
        requireNothing(holding, "`%s` was deleted and set back".formatted(key));

        var empty = open(JsonValue.EMPTY_JSON_OBJECT);
        empty.store.set(key, PlainJson.of(value));
        empty.store.delete(key);
        requireNothing(empty, "`%s` was not there, was set, and deleted".formatted(key));

        empty.store.delete(key);
        requireNothing(empty, "`%s` was not there, and was deleted".formatted(key));
    }

    private static void requireNothing(StoreSession session, String what) {
        if (session.store.hasPendingChanges()) {
            throw violation(StoreProperty.CANCELLATION, what + ", but hasPendingChanges says true", null);
        }
        session.store.flush();
        var patches = session.platform.patches();
        if (!patches.isEmpty()) {
            throw violation(
                    StoreProperty.CANCELLATION,
                    "%s, but %s was sent".formatted(what, Json.toText(patches.get(patches.size() - 1))),
                    null);
        }
    }

    void requireLastWrite(String key, JsonPair values) {
        var first = values.one();
        var last = values.other();
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        session.store.set(key, PlainJson.of(last));
        session.store.delete(key);
        session.store.set(key, PlainJson.of(first));
        session.store.set(key, PlainJson.of(last));
        var patch = flushed(session);
        if (patch.size() != 1
                || !JsonEquality.equal(session.platform.attributes().get(key), last)) {
            throw violation(
                    StoreProperty.LAST_WRITE_WINS,
                    "`%s` was at last set to %s, but what was sent is %s"
                            .formatted(key, Json.toText(last), Json.toText(patch)),
                    null);
        }
    }

    void requireRoundTrip(String key, JsonValue value) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        try {
            session.store.set(key, PlainJson.of(value));
        } catch (RuntimeException e) {
            throw new StoreViolation(
                    StoreProperty.JSON_ONLY,
                    "%s is broken: set of %s threw %s".formatted(StoreProperty.JSON_ONLY, Json.toText(value), e),
                    e);
        }
        requireRead(session, key, value, "after set");
        session.store.flush();
        requireRead(session, key, value, "after flush");
        requireRead(open(session.platform), key, value, "in the next invocation");

        session.store.set(key, PlainJson.respelled(value));
        if (session.store.hasPendingChanges()) {
            throw violation(
                    StoreProperty.SOUNDNESS,
                    "%s was stored and set again in another spelling, which is no change".formatted(Json.toText(value)),
                    null);
        }
    }

    private static void requireRead(StoreSession session, String key, JsonValue value, String when) {
        var found = session.store.get(key);
        if (found == StoreUnderTest.ABSENT || !JsonEquality.equal(PlainJson.toJson(found), value)) {
            throw violation(
                    StoreProperty.JSON_ONLY,
                    "`%s` was set to %s, but %s get gives %s"
                            .formatted(
                                    key,
                                    Json.toText(value),
                                    when,
                                    found == StoreUnderTest.ABSENT ? "nothing" : Json.toText(PlainJson.toJson(found))),
                    null);
        }
    }

    void requireDifferenceSeen(JsonPair values) {
        var session = open(holding("a", values.one()));
        session.store.set("a", PlainJson.of(values.other()));
        session.store.flush();
        if (!JsonEquality.equal(session.platform.attributes().get("a"), values.other())) {
            throw violation(
                    StoreProperty.COMPLETENESS,
                    "`a` held %s and was set to %s, but now holds %s"
                            .formatted(
                                    Json.toText(values.one()),
                                    Json.toText(values.other()),
                                    PatchCheck.text(
                                            session.platform.attributes().get("a"))),
                    null);
        }
    }

    void requireLookalikesToldApart() {
        for (var family : JsonValues.allLookalikes()) {
            for (var one : family) {
                requireRoundTrip("a", one);
                for (var other : family) {
                    if (one != other) {
                        requireDifferenceSeen(new JsonPair(one, other));
                        requireDifferenceSeen(new JsonPair(wrapped(one), wrapped(other)));
                    }
                }
            }
        }
    }

    private static JsonValue wrapped(JsonValue value) {
        return Json.object().add("a", Json.array().add(1).add(value)).build();
    }

    void requireHostileNamesSurvive() {
        for (var name : JsonValues.hostileNames()) {
            if (fits(name, contract.layout())) {
                requireLifeOf(name);
                requireRoundTrip(name, Json.text(name));
                requireRoundTrip(name, holding(name, Json.text(name)));
            }
        }
    }

    void requireRefusal(Object value) {
        var session = open(holding("some key", JsonValue.TRUE));
        var kind = value.getClass().getSimpleName();
        try {
            session.store.set("some key", value);
        } catch (RuntimeException e) {
            requireNamed("some key", e);
            requireUnchanged(session, kind);
            return;
        }
        throw violation(StoreProperty.JSON_ONLY, "set accepted what is, or holds, no JSON, in a " + kind, null);
    }

    private static void requireNamed(String key, RuntimeException failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (String.valueOf(e.getMessage()).contains(key)) {
                return;
            }
        }
        throw new StoreViolation(
                StoreProperty.JSON_ONLY,
                "%s is broken: the refusal does not name the key `%s`: %s"
                        .formatted(StoreProperty.JSON_ONLY, key, failure),
                failure);
    }

    private static void requireUnchanged(StoreSession session, String kind) {
        if (!Boolean.TRUE.equals(session.store.get("some key"))
                || session.store.hasPendingChanges()
                || !flushed(session).isEmpty()) {
            throw violation(
                    StoreProperty.JSON_ONLY, "set refused a " + kind + ", but something changed all the same", null);
        }
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
    }

    private void requireAccepted(List<String> values) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        try {
            setAll(session, values);
            session.store.flush();
        } catch (RuntimeException e) {
            throw new StoreViolation(
                    StoreProperty.MESSAGE_LIMIT,
                    "%s is broken: a patch within the limit was refused: %s".formatted(StoreProperty.MESSAGE_LIMIT, e),
                    e);
        }
    }

    private static void setAll(StoreSession session, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            session.store.set("key" + i, values.get(i));
        }
    }

    private void requireRefused(List<String> values) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        session.store.set("before", 1);
        setAll(session, values);
        var isRefused = false;
        try {
            session.store.flush();
        } catch (RuntimeException e) {
            isRefused = true;
        }
        if (!session.platform.patches().isEmpty()) {
            throw violation(
                    StoreProperty.MESSAGE_LIMIT,
                    "a patch of more than 256 KiB was sent, and the platform drops it",
                    null);
        }
        if (!isRefused) {
            throw violation(
                    StoreProperty.MESSAGE_LIMIT, "a patch of more than 256 KiB was neither sent nor refused", null);
        }
        requireNothingLost(session, values);
    }

    private static void requireNothingLost(StoreSession session, List<String> values) {
        if (!session.store.hasPendingChanges()
                || !values.get(0).equals(session.store.get("key0"))
                || !JsonEquality.equal(
                        PlainJson.toJson(session.store.get("before")),
                        Json.provider().createValue(1))) {
            throw violation(StoreProperty.MESSAGE_LIMIT, "the refused changes are lost", null);
        }
        for (int i = 0; i < values.size(); i++) {
            session.store.delete("key" + i);
        }
        var patch = flushed(session);
        if (patch.size() != 1) {
            throw violation(
                    StoreProperty.MESSAGE_LIMIT,
                    "after all but one of the changes were taken back, what was sent is " + Json.toText(patch),
                    null);
        }
    }

    private static StoreViolation violation(StoreProperty property, String message, @Nullable StoreRun run) {
        var story = run == null ? "" : "%n%n%s".formatted(run);
        return new StoreViolation(property, "%s is broken: %s%s".formatted(property, message, story), null);
    }
}
