package dev.connectorkit.dsl.command;

import static dev.connectorkit.dsl.command.AttributeChange.add;
import static dev.connectorkit.dsl.command.AttributeChange.remove;
import static dev.connectorkit.dsl.command.AttributeChange.set;
import static dev.connectorkit.dsl.spec.SchemaAttribute.bool;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.longInteger;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeChangeTest {
    private static final Schema SCHEMA = Schema.account(
            string("id").identity(), string("email"), string("groups").multi().entitlement());

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.of("a", "b", "c", "d").list().uniqueElements().ofMaxSize(4);
    }

    @Property(tries = 200)
    void several_values_change_as_an_ordered_set_does(
            @ForAll("values") List<String> current, @ForAll("values") List<String> changed) {
        var added = new LinkedHashSet<>(current);
        added.addAll(changed);
        var left = new ArrayList<>(current);
        left.removeAll(changed);

        assertThat(add("groups", changed).applyTo(current, true)).isEqualTo(List.copyOf(added));
        assertThat(set("groups", changed).applyTo(current, true)).isEqualTo(changed);
        assertThat(remove("groups", changed).applyTo(current, true)).isEqualTo(changed.isEmpty() ? List.of() : left);
    }

    @Property(tries = 100)
    void a_change_that_is_made_twice_is_made_once(
            @ForAll AttributeChange.Op op,
            @ForAll("values") List<String> current,
            @ForAll("values") List<String> changed) {
        var change = new AttributeChange(op, "groups", changed, null);
        var once = change.applyTo(current, true);

        assertThat(change.applyTo(once, true)).isEqualTo(once);
    }

    @Property(tries = 100)
    void one_bare_value_and_a_list_of_it_are_the_same_change(
            @ForAll AttributeChange.Op op, @ForAll("values") List<String> current, @ForAll boolean multi) {
        var bare = new AttributeChange(op, "groups", "a", null);
        var listed = new AttributeChange(op, "groups", List.of("a"), null);

        assertThat(bare.applyTo(current, multi)).isEqualTo(listed.applyTo(current, multi));
    }

    @Nested
    class Several_values {
        @Test
        void a_current_value_that_stands_alone_counts_as_a_list() {
            assertThat(add("groups", "b").applyTo("a", true)).isEqualTo(List.of("a", "b"));
            assertThat(add("groups", "b").applyTo(null, true)).isEqualTo(List.of("b"));
        }

        @Test
        void a_number_that_the_platform_sends_as_text_is_the_same_value() {
            assertThat(remove("codes", "2").applyTo(List.of(1L, 2L), true)).isEqualTo(List.of(1L));
            assertThat(add("codes", "2").applyTo(List.of(1L, 2L), true)).isEqualTo(List.of(1L, 2L));
        }

        @Test
        void removing_without_a_value_removes_all() {
            assertThat(remove("groups", null).applyTo(List.of("a", "b"), true)).isEqualTo(List.of());
        }
    }

    @Nested
    class One_value {
        @Test
        void adding_and_setting_replace_it() {
            assertThat(add("email", "new").applyTo("old", false)).isEqualTo("new");
            assertThat(set("email", List.of("new")).applyTo("old", false)).isEqualTo("new");
        }

        @Test
        void removing_it_and_setting_nothing_make_it_null() {
            assertThat(remove("email", "old").applyTo("old", false)).isNull();
            assertThat(remove("email", null).applyTo("old", false)).isNull();
            assertThat(set("email", null).applyTo("old", false)).isNull();
        }

        @Test
        void several_are_refused_by_name() {
            assertThatThrownBy(() -> set("email", List.of("a", "b")).applyTo("old", false))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage("attribute `email` holds one value, but is given 2");
        }
    }

    @Nested
    class All_changes_of_an_update {
        @Test
        void are_made_in_order_by_what_the_schema_says() {
            Map<String, Object> before = new HashMap<>(Map.<String, Object>of("id", "1", "email", "old"));
            var input = AccountUpdateInput.of(
                    "1", add("groups", "a"), add("groups", List.of("b", "a")), remove("email", "old"));

            var after = input.applyTo(before, SCHEMA);

            Map<String, Object> expected =
                    new HashMap<>(Map.<String, Object>of("id", "1", "groups", List.of("a", "b")));
            expected.put("email", null);
            assertThat(after).isEqualTo(expected);
        }

        @Test
        void follow_the_values_where_the_schema_lacks_the_attribute() {
            var input = AccountUpdateInput.of(
                    "1", add("tags", "b"), add("phones", List.of("1", "2")), set("title", "Countess"));

            assertThat(input.applyTo(Map.<String, Object>of("tags", List.of("a")), SCHEMA))
                    .isEqualTo(Map.<String, Object>of(
                            "tags", List.of("a", "b"), "phones", List.of("1", "2"), "title", "Countess"));
        }
    }

    @Nested
    class Attributes_of_a_new_account {
        @Test
        void take_the_shape_that_the_schema_declares() {
            var sent = Attributes.empty()
                    .with("id", List.of("1"))
                    .with("email", null)
                    .with("groups", "a")
                    .with("undeclared", List.of("x"));

            assertThat(sent.shapedBy(SCHEMA))
                    .isEqualTo(Attributes.empty()
                            .with("id", "1")
                            .with("email", null)
                            .with("groups", List.of("a"))
                            .with("undeclared", List.of("x")));
        }

        @Test
        void may_not_have_several_values_where_one_is_declared() {
            assertThatThrownBy(() ->
                            Attributes.empty().with("email", List.of("a", "b")).shapedBy(SCHEMA))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage("attribute `email` holds one value, but is given 2");
        }
    }

    @Nested
    class Values_of_a_declared_type {
        private static final Schema.Account TYPED = Schema.account(
                string("id").identity(),
                integer("floor"),
                longInteger("badge"),
                bool("remote"),
                integer("codes").multi());

        @Test
        void are_read_from_text() {
            var sent = Attributes.empty()
                    .with("id", 17)
                    .with("floor", " 3 ")
                    .with("badge", "9007199254740993")
                    .with("remote", "TRUE")
                    .with("codes", List.of("1", 2));

            assertThat(sent.shapedBy(TYPED))
                    .isEqualTo(Attributes.empty()
                            .with("id", "17")
                            .with("floor", 3)
                            .with("badge", 9_007_199_254_740_993L)
                            .with("remote", true)
                            .with("codes", List.of(1, 2)));
        }

        @Test
        void are_compared_as_what_they_are_in_an_update() {
            var before = Attributes.empty().with("floor", 3).with("codes", List.of(1, 2));
            var input = AccountUpdateInput.of("1", set("floor", "3"), add("codes", "2"), remove("codes", List.of("1")));

            assertThat(input.applyTo(before, TYPED)).isEqualTo(before.with("codes", List.of(2)));
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                floor, 2147483648, attribute `floor` holds a whole number of 32 bits but is given another value
                floor, 1.5,        attribute `floor` holds a whole number of 32 bits but is given another value
                badge, s3cret,     attribute `badge` holds a whole number of 64 bits but is given another value
                remote, yes,       attribute `remote` holds true or false but is given another value
                """)
        void are_refused_by_name_and_not_shown(String attribute, String value, String message) {
            assertThatThrownBy(() -> Attributes.empty().with(attribute, value).shapedBy(TYPED))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage(message.replace(" but", ", but"));
        }

        @Test
        void blank_text_is_none() {
            assertThat(Attributes.empty().with("floor", " ").shapedBy(TYPED).get("floor"))
                    .isNull();
        }
    }

    @Test
    void attributes_that_no_schema_declares_are_named() {
        var attributes = Attributes.empty().with("id", "1").with("shoe", 44).with("hat", 7);

        assertThat(attributes.without("shoe").without("hat").onlyOf(SCHEMA)).containsOnlyKeys("id");
        assertThatThrownBy(() -> attributes.onlyOf(SCHEMA))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("the schema has no attribute `shoe`, `hat`");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_required_text_that_is_missing_is_named(@Nullable String value) {
        var attributes = Attributes.empty().with("id", "1").with("email", value);

        assertThat(attributes.requiredText("id")).isEqualTo("1");
        assertThatThrownBy(() -> attributes.requiredText("email"))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("the attribute `email` is required");
    }

    @Test
    void escapes_in_texts_become_the_characters_they_stand_for() {
        var raw = Attributes.empty()
                .with("mixed", "A\\x42\\u0043\\u{1F600}&#x44;")
                .with("list", Arrays.<@Nullable Object>asList("\\x41", 1, null))
                .with("number", 1)
                .with("broken", "\\xGG \\uZZZZ \\u{GG} &#xGG; \\u{FFFFFFFF} \\z &amp; $1 \\");

        assertThat(raw.unescaped())
                .isEqualTo(Attributes.empty()
                        .with("mixed", "ABC\uD83D\uDE00D")
                        .with("list", Arrays.<@Nullable Object>asList("A", 1, null))
                        .with("number", 1)
                        .with("broken", "\\xGG \\uZZZZ \\u{GG} &#xGG; \\u{FFFFFFFF} \\z &amp; $1 \\"));
    }

    @Test
    void an_unknown_operation_is_named() {
        assertThatThrownBy(() -> AttributeChange.fromJson(Json.parse("{\"op\":\"Drop\",\"attribute\":\"a\"}")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("`changes.op` must be Add, Set or Remove, but is `Drop`");
    }
}
