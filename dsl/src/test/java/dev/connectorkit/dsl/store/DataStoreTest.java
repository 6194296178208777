package dev.connectorkit.dsl.store;

import static dev.connectorkit.dsl.store.StoredSource.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataStoreTest {
    private static final StoreKey<String> CURSOR = StoreKey.string("cursor");

    @Nested
    class Flush {
        @Test
        void sends_one_operation_for_each_changed_key_in_one_patch() {
            var source = StoredSource.holding("{'old':1,'cursor':'a','same':true}");
            var store = source.open();

            store.set(CURSOR, "b");
            store.set("new", json("[1]"));
            store.delete("old");
            store.flush();

            assertThat(source.sent())
                    .isEqualTo("[{'op':'replace','path':'/connectorAttributes/cursor','value':'b'},"
                            + "{'op':'add','path':'/connectorAttributes/new','value':[1]},"
                            + "{'op':'remove','path':'/connectorAttributes/old'}]");
        }

        @Test
        void sends_nothing_when_nothing_was_changed() {
            var source = StoredSource.holding("{'cursor':'a'}");

            source.open().flush();

            assertThat(source.sent()).isEmpty();
        }

        @Test
        void is_what_the_next_changes_are_compared_with() {
            var source = StoredSource.holding("{}");
            var store = source.open();
            store.set(CURSOR, "a");
            store.flush();
            source.sent();

            store.set(CURSOR, "a");
            assertThat(store.hasPendingChanges()).isFalse();

            store.set(CURSOR, "b");
            store.flush();
            assertThat(source.sent()).contains("'op':'replace'");

            store.delete(CURSOR);
            store.flush();
            assertThat(source.sent()).isEqualTo("[{'op':'remove','path':'/connectorAttributes/cursor'}]");

            store.set(CURSOR, "b");
            store.flush();
            assertThat(source.sent()).contains("'op':'add'");
        }

        @Test
        void that_fails_loses_nothing_and_sends_the_same_again() {
            var source = StoredSource.holding("{'old':1}");
            var store = source.open();
            store.delete("old");
            store.set(CURSOR, "b");
            var lineDown = new IllegalStateException("the line is down");

            source.failsWith(lineDown);
            assertThatThrownBy(store::flush).isSameAs(lineDown);
            assertThat(store.hasPendingChanges()).isTrue();
            assertThat(store.get(CURSOR)).isEqualTo("b");

            source.failsWith(null);
            store.flush();
            assertThat(source.sent())
                    .isEqualTo("[{'op':'remove','path':'/connectorAttributes/old'},"
                            + "{'op':'add','path':'/connectorAttributes/cursor','value':'b'}]");
        }

        @Test
        void adds_below_connectorAttributes_even_where_the_config_does_not_show_it() {
            var source = StoredSource.withConfig("{'token':'x','connectorAttributes':null}");
            var store = source.open();
            store.set(CURSOR, "b");

            assertThatThrownBy(store::flush).isInstanceOf(jakarta.json.JsonException.class);
            assertThat(source.sent()).isEqualTo("[{'op':'add','path':'/connectorAttributes/cursor','value':'b'}]");
        }

        @Test
        void in_the_flat_layout_points_to_the_root() {
            var source = StoredSource.withConfig("{'cursor':'a','gone':1}");
            var store = DataStore.of(source, source, Layout.FLAT);

            store.set(CURSOR, "b");
            store.delete("gone");
            store.flush();

            assertThat(source.sent())
                    .isEqualTo("[{'op':'replace','path':'/cursor','value':'b'},{'op':'remove','path':'/gone'}]");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "a/b, a~1b",
                    "a~b, a~0b",
                    "~1, ~01",
                    "~01, ~001",
                    "\"\", \"\"",
                    "-, -",
                    "0, 0",
                    "__proto__, __proto__"
                })
        void escapes_keys_as_json_pointers_want_it(String key, String escaped) {
            var source = StoredSource.holding("{}");
            var store = source.open();

            store.set(key, JsonValue.TRUE);
            store.flush();

            assertThat(source.sent())
                    .isEqualTo("[{'op':'add','path':'/connectorAttributes/%s','value':true}]", escaped);
        }
    }

    @Nested
    class Changes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "1 | 1.0",
                    "1 | 1e0",
                    "100 | 1E+2",
                    "9007199254740993 | 9007199254740993.0",
                    "{'a':1,'b':2} | {'b':2.0,'a':1}",
                    "[{'a':{}}] | [{'a':{}}]"
                })
        void to_an_equal_value_are_none(String stored, String set) {
            var store = StoredSource.holding("{'k':" + stored + "}").open();

            store.set("k", json(set));

            assertThat(store.hasPendingChanges()).isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "1 | '1'",
                    "9007199254740993 | 9007199254740992",
                    "[1,2] | [2,1]",
                    "[1] | [1,1]",
                    "{} | []",
                    "{'a':null} | {}",
                    "null | false",
                    "'' | null",
                    "'é' | 'e\u0301'"
                })
        void to_another_value_are_sent(String stored, String set) {
            var store = StoredSource.holding("{'k':" + stored + "}").open();

            store.set("k", json(set));

            assertThat(store.hasPendingChanges()).isTrue();
        }

        @Test
        void cancel_out() {
            var store = StoredSource.holding("{'kept':1}").open();

            store.set("tmp", JsonValue.TRUE);
            store.delete("tmp");
            store.delete("kept");
            store.set("kept", json("1.0"));
            store.delete("never");

            assertThat(store.hasPendingChanges()).isFalse();
        }

        @Test
        void are_read_before_they_are_flushed() {
            var store = StoredSource.holding("{'cursor':'a','old':1}").open();

            store.set(CURSOR, "b");
            store.delete("old");

            assertThat(store.get(CURSOR)).isEqualTo("b");
            assertThat(store.get("old")).isNull();
        }
    }

    @Nested
    class Reload {
        @Test
        void keeps_changes_and_forgets_those_that_the_platform_has_by_now() {
            var source = StoredSource.holding("{'gone':1,'a':1}");
            var store = source.open();
            store.set("a", json("2"));
            store.set("b", json("3"));
            store.delete("gone");

            source.becomes("{'a':2.0,'c':4}");
            store.reload();
            store.flush();

            assertThat(source.sent()).isEqualTo("[{'op':'add','path':'/connectorAttributes/b','value':3}]");
            assertThat(store.get("c")).isEqualTo(json("4"));
        }

        @Test
        void can_make_a_change_needless_and_needed_again() {
            var source = StoredSource.holding("{}");
            var store = source.open();
            store.set("a", json("1"));

            source.becomes("{'a':1}");
            store.reload();
            assertThat(store.hasPendingChanges()).isFalse();

            source.becomes("{'a':2}");
            store.reload();
            assertThat(store.hasPendingChanges()).isTrue();

            store.set("a", json("2"));
            assertThat(store.hasPendingChanges()).isFalse();
        }

        @Test
        void replaces_what_was_flushed_by_what_the_platform_answers() {
            var source = StoredSource.holding("{}");
            var store = source.open();
            store.set(CURSOR, "mine");
            store.flush();

            source.becomes("{'cursor':'theirs'}");
            store.reload();

            assertThat(store.get(CURSOR)).isEqualTo("theirs");
        }

        @Test
        void that_fails_changes_nothing() {
            var source = StoredSource.holding("{'a':1}");
            var store = source.open();
            store.set("b", json("2"));
            source.failsWith(new IllegalStateException("no answer"));

            assertThatThrownBy(store::reload).hasMessage("no answer");

            assertThat(store.get("a")).isEqualTo(json("1"));
            assertThat(store.get("b")).isEqualTo(json("2"));
            assertThat(store.hasPendingChanges()).isTrue();
        }

        @Test
        void with_a_config_that_is_no_store_changes_nothing() {
            var source = StoredSource.holding("{'a':1}");
            var store = source.open();
            source.becomes("'none'");

            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(store::reload)
                    .withMessage("`connectorAttributes` holds text, but stored values live in an object");
            assertThat(store.get("a")).isEqualTo(json("1"));
        }
    }

    @Nested
    class Limits {
        @Test
        void a_patch_over_256_KiB_is_refused_before_it_is_sent_and_can_be_made_smaller() {
            var source = StoredSource.holding("{}");
            var store = source.open();
            store.set("groups/all", Json.text("x".repeat(262_000)));
            store.set(CURSOR, "y".repeat(100));

            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(store::flush)
                    .withMessage(
                            "2 changes make a message of 262254 bytes, but the platform takes 262144; the largest is"
                                    + " `/connectorAttributes/groups~1all` with 262065. Nothing was sent and nothing is lost:"
                                    + " store less, or flush before so much has gathered")
                    .satisfies(e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_RESPONSE));
            assertThat(source.sent()).isEmpty();
            assertThat(store.hasPendingChanges()).isTrue();

            store.delete(CURSOR);
            store.flush();
            assertThat(source.sent()).hasSizeGreaterThan(262_000);
        }

        @ParameterizedTest
        @ValueSource(strings = {"é", "€", "😀", "\"", "\u0001"})
        void the_size_is_counted_in_bytes_on_the_wire(String character) {
            var source = StoredSource.holding("{}");
            var store = source.open();
            var onTheWire = Json.toBytes(out -> out.write(Json.text(character))).length - 2;
            var fits = (256 * 1024 - 1_000) / onTheWire;

            store.set("k", Json.text(character.repeat(fits)));
            store.flush();
            assertThat(source.sent()).isNotEmpty();

            store.set("k", Json.text(character.repeat(fits + 2_000 / onTheWire)));
            assertThatThrownBy(store::flush).isInstanceOf(ConnectorException.class);
        }
    }

    @Test
    void a_store_without_an_object_to_live_in_is_refused() {
        var source = StoredSource.holding("[1]");

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(source::open)
                .withMessage("`connectorAttributes` holds an array, but stored values live in an object")
                .satisfies(e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_CONFIGURATION));
    }
}
