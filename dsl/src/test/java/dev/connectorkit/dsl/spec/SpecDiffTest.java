package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.ConfigItem.cardList;
import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.option;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.select;
import static dev.connectorkit.dsl.spec.ConfigItem.subMenu;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.SchemaAttribute.bool;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.dsl.spec.TemplateField.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpecDiffTest {
    private static ConnectorSpec form(ConfigItem... items) {
        return ConnectorSpec.named("x")
                .config(menu("Menu", section("Section", items)))
                .build();
    }

    private static ConnectorSpec accounts(SchemaAttribute... attributes) {
        return ConnectorSpec.named("x").accounts(attributes).build();
    }

    private static String diff(ConnectorSpec older, ConnectorSpec newer) {
        return SpecDiff.between(older, newer).toText();
    }

    @Test
    void a_spec_does_not_differ_from_itself() {
        var diff = SpecDiff.between(ConnectorSpecTest.EVERYTHING, ConnectorSpecTest.EVERYTHING);

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.isBreaking()).isFalse();
        assertThat(diff.toText()).isEqualTo("nothing changed\n");
    }

    @Test
    void a_reading_of_its_own_text_does_not_differ() {
        var read = ConnectorSpec.parse(ConnectorSpecTest.EVERYTHING.toText());

        assertThat(SpecDiff.between(ConnectorSpecTest.EVERYTHING, read).changes())
                .isEmpty();
    }

    @Test
    void keys_commands_and_flags_are_compared() {
        var older = ConnectorSpec.named("x")
                .commands(List.of("std:account:list", "std:account:read"))
                .build();
        var newer = ConnectorSpec.named("y")
                .keyType(KeyType.COMPOUND)
                .commands(List.of("std:account:list", "std:account:unlock"))
                .showDebugLoggingOption()
                .build();

        assertThat(diff(older, newer)).isEqualTo("""
                        compatible: name: was `x`, is `y`
                        breaking: keyType: was `simple`, is `compound`; the keys of known accounts no longer fit
                        breaking: commands: `std:account:read` is gone; sources that use it fail
                        compatible: commands: `std:account:unlock` is new
                        compatible: showDebugLoggingOption: is now true
                        this breaks existing sources
                        """);
    }

    @Test
    void saying_that_keys_are_simple_changes_nothing_for_sources() {
        var older = ConnectorSpec.parse("{\"name\": \"x\"}");
        var newer = ConnectorSpec.parse("{\"name\": \"x\", \"keyType\": \"simple\"}");

        assertThat(diff(older, newer))
                .isEqualTo("compatible: keyType: is now said\nexisting sources go on as before\n");
    }

    @Test
    void becoming_stateful_is_compatible_although_its_checkbox_is_required() {
        var older = ConnectorSpec.named("x").build();
        var newer = ConnectorSpec.named("x").stateful().build();

        assertThat(SpecDiff.between(older, newer).isBreaking()).isFalse();
    }

    @Test
    void undocumented_members_are_compared_too() {
        var older = ConnectorSpec.parse("{\"name\": \"x\", \"features\": [\"a\"], \"topology\": 1}");
        var newer = ConnectorSpec.parse("{\"name\": \"x\", \"features\": [\"b\"], \"visibility\": 1}");

        assertThat(diff(older, newer)).isEqualTo("""
                        compatible: features: changed
                        compatible: topology: is gone
                        compatible: visibility: is new
                        existing sources go on as before
                        """);
    }

    @Nested
    class Schemas {
        @Test
        void attributes_that_are_gone_or_hold_other_values_break() {
            var older = accounts(
                    string("id").identity(),
                    string("age"),
                    string("phones").multi(),
                    string("groups").multi().entitlement().managed().group(),
                    string("old"));
            var newer = accounts(
                    string("uuid").identity(),
                    string("id"),
                    integer("age"),
                    string("phones"),
                    string("groups").multi().entitlement().group(),
                    bool("fresh"));

            assertThat(diff(older, newer)).isEqualTo(ConnectorSpecTest.resource("diff-attributes.txt"));
        }

        @Test
        void a_new_description_is_compatible() {
            assertThat(diff(
                            accounts(string("id").identity()),
                            accounts(string("id", "The id").identity())))
                    .isEqualTo("""
                            compatible: accountSchema: `id` is described otherwise
                            existing sources go on as before
                            """);
        }

        @Test
        void entitlement_types_come_and_go() {
            var older = ConnectorSpec.named("x")
                    .entitlements("group", string("id").identity())
                    .build();
            var newer = ConnectorSpec.named("x")
                    .entitlements("role", string("id").identity())
                    .build();

            assertThat(diff(older, newer)).isEqualTo("""
                            breaking: entitlementSchemas `group`: the schema is gone; its entitlements are no longer aggregated
                            compatible: entitlementSchemas `role`: the schema is new
                            this breaks existing sources
                            """);
        }
    }

    @Nested
    class Forms {
        @Test
        void what_existing_configurations_lack_breaks() {
            var older = form(text("a", "A"), text("b", "B"), checkbox("c", "C"));
            var newer = form(
                    text("a", "A").required(),
                    secret("b", "B"),
                    checkbox("c", "C").required(),
                    text("d", "D").required(),
                    text("e", "E"));

            assertThat(diff(older, newer)).isEqualTo("""
                            breaking: sourceConfig: `a` is required now; existing sources may lack it
                            compatible: sourceConfig: `b` was `text`, is `secret`
                            compatible: sourceConfig: `c` looks otherwise
                            breaking: sourceConfig: `d` is new and required; existing sources do not have it
                            compatible: sourceConfig: `e` is new
                            this breaks existing sources
                            """);
        }

        @Test
        void a_required_item_that_only_a_new_option_shows_is_compatible() {
            var older = form(select("mode", "Mode", option("a", "A")));
            var newer = form(
                    select("mode", "Mode", option("a", "A"), option("b", "B")),
                    text("key", "Key").required().visibleWhen("mode", "b"));

            assertThat(diff(older, newer)).isEqualTo("""
                            compatible: sourceConfig: `mode` has the new option `b`
                            compatible: sourceConfig: `key` is new
                            existing sources go on as before
                            """);
        }

        @Test
        void values_that_no_longer_fit_break() {
            var older = form(text("size", "Size"), select("mode", "Mode", option("a", "A"), option("b", "B")));
            var newer = form(number("size", "Size"), select("mode", "Mode", option("b", "B")));

            assertThat(diff(older, newer)).isEqualTo("""
                            breaking: sourceConfig: `size` was `text`, is `number`; the values that sources have no longer fit
                            breaking: sourceConfig: `mode` lost the option `a`; sources may have chosen it
                            this breaks existing sources
                            """);
        }

        @Test
        void cards_are_compared_item_by_item() {
            var older = form(cardList("cards", "Cards", "a", "a", subMenu("Card", text("a", "A"))));
            var newer = form(cardList(
                    "cards",
                    "Cards",
                    "a",
                    "a",
                    subMenu("Card", text("a", "A"), text("b", "B").required())));

            assertThat(diff(older, newer)).isEqualTo("""
                            breaking: sourceConfig `cards`: `b` is new and required; existing sources do not have it
                            this breaks existing sources
                            """);
        }

        @Test
        void another_layout_is_compatible() {
            var older = form(text("a", "A"));
            var newer = ConnectorSpec.named("x")
                    .config(menu("Other menu", section("Section", text("a", "A"))))
                    .build();

            assertThat(diff(older, newer)).isEqualTo("""
                            compatible: sourceConfig: the layout of the form changed
                            existing sources go on as before
                            """);
        }
    }

    @Test
    void a_field_that_is_required_now_breaks() {
        var older = ConnectorSpec.named("x")
                .accountCreateTemplate(field("a"), field("b"))
                .build();
        var newer = ConnectorSpec.named("x")
                .accountCreateTemplate(
                        field("a").required(), field("b").fixed("x"), field("c").required())
                .build();

        assertThat(diff(older, newer)).isEqualTo("""
                        breaking: accountCreateTemplate: `a` is required now; existing sources may create accounts without it
                        compatible: accountCreateTemplate: `b` is filled or described otherwise
                        breaking: accountCreateTemplate: `c` is new and required; existing sources create accounts without it
                        this breaks existing sources
                        """);
    }

    @Test
    void the_json_rendering_says_the_same() {
        var diff = SpecDiff.between(
                accounts(string("id").identity()), ConnectorSpec.named("x").build());

        assertThat(diff.toJson())
                .hasToString("{\"breaking\":true,\"changes\":[{\"impact\":\"breaking\",\"place\":\"accountSchema\","
                        + "\"message\":\"identityAttribute was `id`, is missing; what is known under the old id is not found\"},"
                        + "{\"impact\":\"compatible\",\"place\":\"accountSchema\",\"message\":\"displayAttribute was `id`,"
                        + " is missing\"},{\"impact\":\"breaking\",\"place\":\"accountSchema\",\"message\":\"`id` is gone;"
                        + " whatever uses it finds nothing\"}]}");
    }
}
