package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.jqwik.JsonPair;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The promises about commands that take more than one run to check, or a run of their own. */
final class CommandChecks extends StoreCheck {
    private static final int MANY = 500;

    // A store behind HTTP takes its time to answer; whoever reads too few reads none of some of these.
    private static final int SOME = 7;

    private static final List<RuntimeException> FAILURES = List.of(
            new IllegalStateException("the platform is down"),
            new UncheckedIOException(new IOException("the connection was closed")),
            new IllegalArgumentException("the platform rejects the patch"),
            new UnsupportedOperationException("the platform takes no patches now"),
            new CompletionException("the platform does not answer", null));

    CommandChecks(DataStoreContract contract) {
        super(contract);
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
        var sent = flushed(session);
        if (!sent.isEmpty()) {
            throw violation(StoreProperty.IDEMPOTENCE, what + " " + Json.toText(sent), run);
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
                            .formatted(key, pointer, Json.toText(patch)));
        }
        if (!operation.getString("op", "?").equals(op)) {
            throw violation(
                    StoreProperty.RIGHT_OPERATION,
                    "`%s` takes %s, but what was sent is %s".formatted(key, op, Json.toText(patch)));
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
            throw violation(StoreProperty.CANCELLATION, what + ", but hasPendingChanges says true");
        }
        var sent = flushed(session);
        if (!sent.isEmpty()) {
            throw violation(StoreProperty.CANCELLATION, "%s, but %s was sent".formatted(what, Json.toText(sent)));
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
                            .formatted(key, Json.toText(last), Json.toText(patch)));
        }
    }

    /** Checks that changes outlive a reload that makes them needless, for the day when another one needs them again. */
    void requireKept(String key, JsonPair values) {
        var set = open(JsonValue.EMPTY_JSON_OBJECT);
        set.store.set(key, PlainJson.of(values.one()));
        requireKept(set, key, values.one(), values.other());

        var deleted = open(holding(key, values.one()));
        deleted.store.delete(key);
        requireKept(deleted, key, null, values.other());

        requireChangeable(key, values.one(), null);
        requireChangeable(key, null, values.one());
    }

    /** Checks that a key whose change has become needless can be changed once more. */
    private void requireChangeable(String key, @Nullable JsonValue stored, @Nullable JsonValue wanted) {
        var session = open(holding(key, stored));
        change(session.store, key, wanted);
        edit(session, key, wanted);
        session.store.reload();
        change(session.store, key, stored);
        var pending = session.store.hasPendingChanges();
        var sent = flushed(session);
        if (!pending || !JsonEquality.equal(session.platform.attributes().get(key), stored)) {
            throw violation(
                    StoreProperty.RELOAD,
                    "%s, a reload showed that it was so, and then %s: what was sent is %s"
                            .formatted(told(key, wanted), told(key, stored), Json.toText(sent)));
        }
    }

    private static void change(StoreUnderTest store, String key, @Nullable JsonValue value) {
        if (value == null) {
            store.delete(key);
        } else {
            store.set(key, PlainJson.of(value));
        }
    }

    /** Makes the platform hold {@code value} behind the store's back, in another spelling. */
    private static void edit(StoreSession session, String key, @Nullable JsonValue value) {
        if (value == null) {
            session.platform.removeAttribute(key);
        } else {
            session.platform.setAttribute(key, PlainJson.respelledJson(value));
        }
    }

    private static String told(String key, @Nullable JsonValue value) {
        return value == null
                ? "`%s` was deleted".formatted(key)
                : "`%s` was set to %s".formatted(key, Json.toText(value));
    }

    private static void requireKept(StoreSession session, String key, @Nullable JsonValue wanted, JsonValue other) {
        var told = told(key, wanted);
        edit(session, key, wanted);
        session.store.reload();
        if (session.store.hasPendingChanges()) {
            throw violation(
                    StoreProperty.RELOAD,
                    told + ", and a reload showed that it is so by now, but hasPendingChanges says true");
        }
        session.platform.setAttribute(key, other);
        session.store.reload();
        var pending = session.store.hasPendingChanges();
        var sent = flushed(session);
        if (!pending || !JsonEquality.equal(session.platform.attributes().get(key), wanted)) {
            throw violation(
                    StoreProperty.RELOAD,
                    "%s, a reload showed that it was so, another one %s: what was sent is %s"
                            .formatted(told, Json.toText(other), Json.toText(sent)));
        }
    }

    /** Checks that a flush takes however many changes there are, in one patch, and that none is sent before. */
    void requireManyAtOnce() {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        for (int i = 0; i < MANY; i++) {
            session.store.set("key" + i, i);
        }
        if (!session.platform.patches().isEmpty()) {
            throw violation(StoreProperty.SOUNDNESS, "%d sets sent a patch without a flush".formatted(MANY));
        }
        var operations = flushed(session).size();
        var patches = session.platform.patches().size();
        if (patches > 1) {
            throw violation(
                    StoreProperty.ONE_PATCH, "one flush of %d changes sent %d patches".formatted(MANY, patches));
        }
        if (operations != MANY || session.platform.attributes().size() != MANY) {
            throw violation(
                    StoreProperty.COMPLETENESS, "a flush of %d changes sent %d operations".formatted(MANY, operations));
        }
        requireManyRead(open(session.platform));
    }

    /** Checks that all that is stored is read, at first and at a reload, and can be removed in one go. */
    private static void requireManyRead(StoreSession session) {
        requireSome(session, "when the store is opened");
        session.store.reload();
        requireSome(session, "after a reload");
        for (int i = 0; i < MANY; i++) {
            session.store.delete("key" + i);
        }
        var operations = flushed(session).size();
        if (operations != MANY || !session.platform.attributes().isEmpty()) {
            throw violation(
                    StoreProperty.COMPLETENESS,
                    "a flush of %d removals sent %d operations".formatted(MANY, operations));
        }
    }

    private static void requireSome(StoreSession session, String when) {
        for (int i = 0; i < MANY; i += SOME) {
            var found = session.store.get("key" + i);
            if (found == StoreUnderTest.ABSENT
                    || !JsonEquality.equal(
                            PlainJson.toJson(found), Json.provider().createValue(i))) {
                throw violation(
                        StoreProperty.READ_YOUR_WRITES,
                        "of %d stored keys, `key%d` holds %d, but %s get gives %s".formatted(MANY, i, i, when, found));
            }
        }
    }

    /** Checks that a flush can fail again and again, for whatever reason, and still sends the same in the end. */
    void requirePatience() {
        var session = open(holding("a", JsonValue.TRUE));
        session.store.set("b", 1);
        session.store.delete("a");
        var first = JsonValue.EMPTY_JSON_ARRAY;
        for (var failure : FAILURES) {
            session.platform.failNextPatch(failure);
            var sent = failed(session, failure);
            first = first.isEmpty() ? sent : first;
            if (!sameOperations(first, sent)) {
                throw violation(
                        StoreProperty.ATOMIC_FLUSH,
                        "the first of several flushes that fail sends %s, another one %s"
                                .formatted(Json.toText(first), Json.toText(sent)));
            }
        }
        var last = flushed(session);
        if (!sameOperations(first, last)) {
            throw violation(
                    StoreProperty.ATOMIC_FLUSH,
                    "%d flushes that failed sent %s, the one that did not sent %s"
                            .formatted(FAILURES.size(), Json.toText(first), Json.toText(last)));
        }
    }

    private static JsonArray failed(StoreSession session, RuntimeException failure) {
        var before = session.platform.patches().size();
        var isTold = false;
        try {
            session.store.flush();
        } catch (RuntimeException e) {
            isTold = true;
        }
        var sent = session.platform
                .patches()
                .subList(before, session.platform.patches().size());
        if (!isTold || sent.size() != 1 || !session.store.hasPendingChanges()) {
            throw violation(
                    StoreProperty.ATOMIC_FLUSH,
                    "the platform failed with %s: flush %s, %d patches were sent, and hasPendingChanges says %s"
                            .formatted(
                                    failure,
                                    isTold ? "tells its caller" : "does not tell its caller",
                                    sent.size(),
                                    session.store.hasPendingChanges()));
        }
        return sent.get(0);
    }

    /** Checks that two stores know nothing of each other, even if both were handed the same configuration. */
    void requireIndependence() {
        var session = open(holding("a", Json.provider().createValue(1)));
        var other = contract.open(session);
        session.store.set("a", 2);
        session.store.set("b", 2);
        requireUntouched(other, "changes are pending in one");
        session.store.flush();
        requireUntouched(other, "one was flushed");

        var elsewhere = open(JsonValue.EMPTY_JSON_OBJECT);
        if (elsewhere.store.get("b") != StoreUnderTest.ABSENT || elsewhere.store.hasPendingChanges()) {
            throw violation(StoreProperty.NO_ALIASING, "a store of another source shows what was set in the first one");
        }
    }

    private static void requireUntouched(StoreUnderTest store, String when) {
        JsonObject shown = Json.object()
                .add("a", PlainJson.toJson(store.get("a")))
                .add("pending", store.hasPendingChanges())
                .build();
        var expected = Json.object().add("a", 1).add("pending", false).build();
        if (!JsonEquality.equal(shown, expected) || store.get("b") != StoreUnderTest.ABSENT) {
            throw violation(
                    StoreProperty.NO_ALIASING,
                    "of two stores over one config, the second changed when %s: it shows %s"
                            .formatted(when, Json.toText(shown)));
        }
    }
}
