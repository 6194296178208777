package dev.connectorkit.dsl.store;

import static dev.connectorkit.dsl.store.StoredSource.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreKeyTest {
    record Progress(int page, double ratio, List<String> seen) {}

    static final class Node {
        public Node next = this;
    }

    private final StoredSource source = StoredSource.holding("{}");
    private final DataStore store = source.open();

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(StoreKey.string("k"), "a\"b", "'a\\'b'"),
                Arguments.of(StoreKey.integer("k"), -5, "-5"),
                Arguments.of(StoreKey.longInteger("k"), Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(StoreKey.decimal("k"), new BigDecimal("1.10"), "1.10"),
                Arguments.of(StoreKey.bool("k"), true, "true"),
                Arguments.of(StoreKey.bool("k"), false, "false"),
                Arguments.of(StoreKey.instant("k"), Instant.parse("2024-01-15T10:30:00Z"), "'2024-01-15T10:30:00Z'"),
                Arguments.of(StoreKey.json("k"), JsonValue.NULL, "null"),
                Arguments.of(StoreKey.plain("k"), Map.of("a", List.of(1L, "b", true)), "{'a':[1,'b',true]}"),
                Arguments.of(
                        StoreKey.record("k", Progress.class),
                        new Progress(5, 0.5, List.of("x")),
                        "{'page':5,'ratio':0.5,'seen':['x']}"),
                Arguments.of(StoreKey.string("k").list(), List.of("a", "b"), "['a','b']"),
                Arguments.of(StoreKey.integer("k").map(), Map.of("a", 1), "{'a':1}"),
                Arguments.of(StoreKey.integer("k").list().map(), Map.of("a", List.of(1, 2)), "{'a':[1,2]}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void values_are_stored_as_json_and_come_back(StoreKey<T> key, T value, String expected) {
        store.set(key, value);

        assertThat(Json.toText(requireNonNull(store.get("k"))).replace('"', '\''))
                .isEqualTo(expected);
        assertThat(store.get(key)).isEqualTo(value);

        store.flush();
        store.set(key, value);
        assertThat(store.hasPendingChanges()).isFalse();
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(StoreKey.string("k"), "5", "`k` holds a number, but StoreKey.string reads text"),
                Arguments.of(
                        StoreKey.integer("k"),
                        "2147483648",
                        "`k` holds a number, but StoreKey.integer reads a whole number of 32 bits"),
                Arguments.of(
                        StoreKey.integer("k"),
                        "1.5",
                        "`k` holds a number, but StoreKey.integer reads a whole number of 32 bits"),
                Arguments.of(
                        StoreKey.longInteger("k"),
                        "1e999999999",
                        "`k` holds a number, but StoreKey.longInteger reads a whole number of 64 bits"),
                Arguments.of(StoreKey.decimal("k"), "'1'", "`k` holds text, but StoreKey.decimal reads a number"),
                Arguments.of(StoreKey.bool("k"), "'true'", "`k` holds text, but StoreKey.bool reads a boolean"),
                Arguments.of(
                        StoreKey.instant("k"),
                        "'yesterday'",
                        "`k` holds text, but StoreKey.instant reads a time such as 2024-01-15T10:30:00Z"),
                Arguments.of(
                        StoreKey.record("k", Progress.class),
                        "{'page':'secret'}",
                        "`k` holds an object, but StoreKey.record reads the members of Progress"),
                Arguments.of(
                        StoreKey.string("k").list(),
                        "['a',1]",
                        "`k` holds an array, but StoreKey.string(…).list reads an array with text for each element"),
                Arguments.of(
                        StoreKey.string("k").map(),
                        "['a']",
                        "`k` holds an array, but StoreKey.string(…).map reads an object with text for each member"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void what_does_not_fit_is_refused_without_showing_it(StoreKey<?> key, String stored, String message) {
        store.set("k", json(stored));

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> store.get(key))
                .withMessage(message)
                .satisfies(e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_CONFIGURATION));
    }

    @Test
    void whole_numbers_are_read_however_they_are_spelt() {
        store.set("k", json("5.0"));

        assertThat(store.get(StoreKey.integer("k"))).isEqualTo(5);
    }

    @Test
    void null_set_by_an_administrator_reads_as_absent_but_is_there() {
        store.set("k", JsonValue.NULL);

        assertThat(store.get(StoreKey.string("k"))).isNull();
        assertThat(store.get("k")).isEqualTo(JsonValue.NULL);
        assertThat(store.get(StoreKey.json("k"))).isEqualTo(JsonValue.NULL);
    }

    static Stream<Arguments> notJson() {
        var circle = new HashMap<String, Object>();
        circle.put("self", circle);
        return Stream.of(
                Arguments.of(StoreKey.plain("k"), Double.NaN),
                Arguments.of(StoreKey.plain("k"), Float.NEGATIVE_INFINITY),
                Arguments.of(StoreKey.plain("k"), circle),
                Arguments.of(StoreKey.plain("k"), Map.of(1, "a")),
                Arguments.of(StoreKey.plain("k"), new Object()),
                Arguments.of(StoreKey.record("k", Progress.class), new Progress(1, Double.NaN, List.of())),
                Arguments.of(StoreKey.record("k", Node.class), new Node()),
                Arguments.of(StoreKey.json("k"), nested(201)),
                Arguments.of(StoreKey.json("k"), Json.provider().createValue(new BigDecimal("1" + "0".repeat(1_000)))));
    }

    private static JsonValue nested(int depth) {
        JsonValue value = JsonValue.TRUE;
        for (int i = 0; i < depth; i++) {
            value = Json.array().add(value).build();
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("notJson")
    <T> void what_is_no_json_is_refused_with_its_key_and_nothing_changes(StoreKey<T> key, T value) {
        store.set("k", JsonValue.TRUE);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> store.set(key, value))
                .withMessageStartingWith("`k` cannot be stored: ");
        assertThat(store.get("k")).isEqualTo(JsonValue.TRUE);
    }

    @Test
    void the_deepest_nesting_that_is_accepted_can_be_read_again() {
        var deepest = nested(200);

        store.set("k", deepest);

        assertThat(Json.parse(Json.toText(requireNonNull(store.get("k"))))).isEqualTo(deepest);
    }

    @Test
    void null_is_not_stored_by_accident() {
        assertThatThrownBy(() -> store.set("k", noValue()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value: delete(key) removes a value");
    }

    @SuppressWarnings("NullAway") // What a caller without null checks can pass.
    private static JsonValue noValue() {
        return null;
    }

    @Test
    void a_list_changed_after_it_was_stored_changes_nothing() {
        var key = StoreKey.string("k").list();
        var list = new ArrayList<>(List.of("a"));

        store.set(key, list);
        list.add("b");

        assertThat(store.get(key)).containsExactly("a");
    }

    @Test
    void a_changed_list_is_seen_as_changed() {
        var key = StoreKey.string("k").list();
        store.set(key, List.of("a"));
        store.flush();

        var list = new ArrayList<>(requireNonNull(store.get(key)));
        list.add("b");
        store.set(key, list);

        assertThat(store.hasPendingChanges()).isTrue();
    }

    @Test
    void keys_say_what_they_are() {
        assertThat(StoreKey.integer("page").list())
                .hasToString("page (an array with a whole number of 32 bits for each element)");
    }
}
