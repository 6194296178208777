package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.ConfigItem.cardList;
import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.list;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.option;
import static dev.connectorkit.dsl.spec.ConfigItem.radio;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.select;
import static dev.connectorkit.dsl.spec.ConfigItem.subMenu;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.ConfigItem.toggle;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.dsl.spec.TemplateField.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonValue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    private static ConnectorSpec.Builder wrongInEveryWay() {
        return ConnectorSpec.named(" ")
                .config(menu(
                        "Menu",
                        section(
                                "Section",
                                text("", "Nameless"),
                                secret("token", "Token"),
                                secret("token", "Token again"),
                                radio("mode", "Mode", option("a", "A"), option("a", "Also A")),
                                select("kind", "Kind"),
                                text("one", "One").visibleWhen("mod", "a"),
                                text("two", "Two").visibleWhen("mode", "b"),
                                toggle("on", "On").initially("yes"),
                                text("three", "Three").visibleWhen("on", "yes"),
                                text("self", "Self").visibleWhen("self", "x"),
                                number("size", "Size").initially("large"),
                                list("names", "Names").initially(true),
                                radio("size2", "Size", option("s", "S")).initially("l"),
                                checkbox(ConnectorSpec.STATEFUL_KEY, "Stateful"),
                                cardList("empty", "Empty", "a", "b"),
                                cardList(
                                        "cards",
                                        "Cards",
                                        "nam",
                                        "other",
                                        subMenu(
                                                "Card",
                                                text("name", "Name"),
                                                text("name", "Name again"),
                                                text("kind", "Kind").visibleWhen("mode", "a"))))))
                .accounts(
                        string("id").identity().multi(),
                        string("uuid").identity(),
                        string("name").display().group(),
                        string("mail").display(),
                        string("login").display(),
                        string("id"),
                        string(" "),
                        string("roles").entitlement("rol").managed(),
                        string("phone").managed(),
                        new SchemaAttribute(
                                "odd", AttributeType.UNKNOWN, null, null, Set.of(), JsonValue.EMPTY_JSON_OBJECT))
                .entitlements("role", string("id").identity(), string("name").group())
                .entitlements("role", string("id"))
                .entitlements("")
                .accountCreateTemplate(
                        field("a"), field("a"), field(""), field("b").type(AttributeType.UNKNOWN));
    }

    @Test
    void all_mistakes_of_a_definition_are_listed_at_once() {
        assertThatThrownBy(() -> wrongInEveryWay().build())
                .isInstanceOf(SpecException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage() + "\n").isEqualTo(ConnectorSpecTest.resource("mistakes.txt")));
    }

    @Test
    void the_exception_carries_what_its_message_says() {
        var thrown = catchThrowableOfType(
                SpecException.class, () -> wrongInEveryWay().build());

        assertThat(thrown.problems()).isEqualTo(wrongInEveryWay().problems()).hasSizeGreaterThan(20);
    }

    @Test
    void one_mistake_stands_on_one_line() {
        assertThatThrownBy(() -> ConnectorSpec.named("airtable")
                        .accounts(string("id").identity(), string("uuid").identity())
                        .build())
                .hasMessage(
                        "connector `airtable` has a mistake: accounts(): both `id` and `uuid` are marked identity();"
                                + " keep one.");
    }

    @Test
    void items_may_share_a_key_if_they_are_never_shown_together() {
        var spec = ConnectorSpec.named("x")
                .config(menu(
                        "Menu",
                        section(
                                "Section",
                                radio("auth", "Authentication", option("a", "A"), option("b", "B")),
                                text("user", "User").visibleWhen("auth", "a"),
                                secret("user", "Client").visibleWhen("auth", "b"))));

        assertThat(spec.problems()).isEmpty();
    }

    @Test
    void a_condition_may_name_any_value_of_a_text() {
        var spec = ConnectorSpec.named("x")
                .config(menu(
                        "Menu",
                        section(
                                "Section",
                                text("region", "Region"),
                                text("note", "Note").visibleWhen("region", "eu"))));

        assertThat(spec.problems()).isEmpty();
    }
}
