package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.testkit.jqwik.JsonPair;
import dev.connectorkit.testkit.jqwik.JsonValues;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The promises about values and names: what is accepted comes back, what differs is seen, and the rest is refused. */
final class ValueChecks extends StoreCheck {
    private static final int LARGE = 5_000;
    private static final int DEEP = 100;
    private static final String REFUSED = "some key";
    private static final List<String> PATHS =
            List.of("a/b", "/a/b", "a~1b", "a.b", "a[b]", "a/", "a.", "c/0", "c.0", "c[0]", "c/-", "c.length");
    private static final String LONG_NAME = "k".repeat(1_000);

    ValueChecks(DataStoreContract contract) {
        super(contract);
    }

    void requireRoundTrip(String key, JsonValue value) {
        var session = open(JsonValue.EMPTY_JSON_OBJECT);
        try {
            session.store.set(key, PlainJson.of(value));
        } catch (RuntimeException e) {
            throw violation(StoreProperty.JSON_ONLY, "set of %s threw %s".formatted(text(value), e), e);
        }
        requireRead(session, key, value, "after set");
        session.store.flush();
        requireRead(session, key, value, "after flush");
        requireRead(open(session.platform), key, value, "in the next invocation");

        session.store.set(key, PlainJson.respelled(value));
        if (session.store.hasPendingChanges()) {
            throw violation(
                    StoreProperty.SOUNDNESS,
                    "%s was stored and set again in another spelling, which is no change".formatted(text(value)));
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
                                    text(value),
                                    when,
                                    found == StoreUnderTest.ABSENT ? "nothing" : text(PlainJson.toJson(found))));
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
                                    text(values.one()),
                                    text(values.other()),
                                    PatchCheck.text(
                                            session.platform.attributes().get("a"))));
        }
    }

    void requireLookalikesToldApart(List<List<JsonValue>> families) {
        families.forEach(family -> family.forEach(value -> requireRoundTrip("a", value)));
        for (var family : families) {
            for (int i = 0; i < family.size(); i++) {
                for (int j = 0; j < family.size(); j++) {
                    requireToldApart(family.get(i), family.get(j), j > i);
                }
            }
        }
    }

    private void requireToldApart(JsonValue one, JsonValue other, boolean inside) {
        if (!JsonEquality.equal(one, other)) {
            requireDifferenceSeen(new JsonPair(one, other));
            if (inside) {
                requireDifferenceSeen(new JsonPair(wrapped(one), wrapped(other)));
            }
        }
    }

    private static JsonValue wrapped(JsonValue value) {
        return Json.object().add("a", Json.array().add(1).add(value)).build();
    }

    void requireLargeValuesCompared() {
        requireLargeCompared(list(-1), list(LARGE / 2));
        requireLargeCompared(list(-1), list(LARGE - 1));
        requireLargeCompared(object(-1), object(LARGE / 2));
        requireLargeCompared(object(-1), object(LARGE - 1));
        var text = "x".repeat(14 * LARGE);
        requireLargeCompared(Json.text(text), Json.text(text + "y"));
        requireLargeCompared(Json.text(text + "y"), Json.text(text + "z"));
        requireLargeCompared(deep(JsonValue.TRUE), deep(JsonValue.FALSE));
    }

    private static JsonValue deep(JsonValue innermost) {
        var value = innermost;
        for (int i = 0; i < DEEP; i += 2) {
            value = Json.array().add(holding("a", value)).build();
        }
        return value;
    }

    private void requireLargeCompared(JsonValue one, JsonValue other) {
        requireRoundTrip("a", one);
        requireDifferenceSeen(new JsonPair(one, other));
    }

    /** Returns a long list of numbers, one of them another than usual. */
    private static JsonValue list(int place) {
        var list = Json.array();
        for (int i = 0; i < LARGE; i++) {
            list.add(i == place ? -1 : i);
        }
        return list.build();
    }

    private static JsonValue object(int place) {
        var object = Json.object();
        for (int i = 0; i < LARGE; i++) {
            object.add("member" + i, i == place ? -1 : i);
        }
        return object.build();
    }

    void requireHostileNamesSurvive() {
        var names = new ArrayList<>(JsonValues.hostileNames());
        names.add(LONG_NAME);
        for (var name : names) {
            if (fits(name, contract.layout())) {
                new CommandChecks(contract).requireLifeOf(name);
                requireRoundTrip(name, Json.text(name));
                requireRoundTrip(name, holding(name, Json.text(name)));
            }
        }
    }

    /** Checks that no key is taken for a path into what another one holds. */
    void requireKeysAreNoPaths() {
        var stored = Json.parse("{\"a\": {\"b\": 1, \"\": 2}, \"c\": [1, 2]}").asJsonObject();
        var session = open(stored);
        for (var key : PATHS) {
            if (session.store.get(key) != StoreUnderTest.ABSENT) {
                throw violation(
                        StoreProperty.POINTERS,
                        "`%s` is no key of %s, but get gives %s"
                                .formatted(key, Json.toText(stored), session.store.get(key)));
            }
            session.store.delete(key);
            if (session.store.hasPendingChanges() || !flushed(session).isEmpty()) {
                throw violation(
                        StoreProperty.POINTERS,
                        "`%s` is no key of %s, but a delete of it changes something"
                                .formatted(key, Json.toText(stored)));
            }
        }
    }

    void requireRefusal(Object value) {
        requireRefusal(value, open(holding(REFUSED, JsonValue.TRUE)));
        var session = open(holding(REFUSED, JsonValue.FALSE));
        session.store.set(REFUSED, true);
        requireRefusal(value, session);
    }

    private static void requireRefusal(Object value, StoreSession session) {
        var kind = value.getClass().getSimpleName();
        var isPending = session.store.hasPendingChanges();
        try {
            session.store.set(REFUSED, value);
        } catch (RuntimeException e) {
            requireNamed(REFUSED, e);
            requireUnchanged(session, isPending, kind);
            return;
        }
        throw violation(StoreProperty.JSON_ONLY, "set accepted what is, or holds, no JSON, in a " + kind);
    }

    private static void requireNamed(String key, RuntimeException failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (String.valueOf(e.getMessage()).contains(key)) {
                return;
            }
        }
        throw violation(
                StoreProperty.JSON_ONLY, "the refusal does not name the key `%s`: %s".formatted(key, failure), failure);
    }

    private static void requireUnchanged(StoreSession session, boolean isPending, String kind) {
        if (!Boolean.TRUE.equals(session.store.get(REFUSED))
                || session.store.hasPendingChanges() != isPending
                || flushed(session).size() != (isPending ? 1 : 0)) {
            throw violation(
                    StoreProperty.JSON_ONLY,
                    "set refused a %s, but %s all the same"
                            .formatted(kind, isPending ? "the change before it is lost" : "something changed"));
        }
    }
}
