package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.spec.ConfigItem.cardList;
import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.keyValue;
import static dev.connectorkit.dsl.spec.ConfigItem.list;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.option;
import static dev.connectorkit.dsl.spec.ConfigItem.radio;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.subMenu;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final Config CONFIG = Config.of(NoContext.of("""
            {
              "baseUrl": "https://example.com", "blank": "  ", "nothing": null,
              "pageSize": "250", "limit": 10, "rate": 0.5, "token": "hunter2",
              "on": true, "off": false, "onAsText": "true",
              "groups": ["a", "b"], "one": "a",
              "headers": [{"key": "Accept", "value": "json"}, {"key": "X"}],
              "twice": [{"key": "a", "value": "1"}, {"key": "a", "value": "2"}],
              "mappings": [{"from": "mail", "to": "email"}, {"from": "cn"}]
            }
            """));

    @Nested
    class Reading {
        @Test
        void texts() {
            assertThat(CONFIG.text("baseUrl")).isEqualTo("https://example.com");
            assertThat(CONFIG.secret("token")).isEqualTo("hunter2");
            assertThat(CONFIG.text("limit")).isEqualTo("10");
            assertThat(CONFIG.text("blank", "fallback")).isEqualTo("fallback");
            assertThat(CONFIG.textOrNull("nothing")).isNull();
            assertThat(CONFIG.has("blank")).isFalse();
            assertThat(CONFIG.has("baseUrl")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://a.com/v1", " https://a.com/v1/ ", "HTTP://a.com", "http://[::1]:8080//"})
        void an_address_that_paths_can_follow(String typed) {
            var config = Config.of(Json.parse("{\"site\": \"" + typed + "\"}").asJsonObject());

            var url = URI.create(config.url("site") + "/users");

            assertThat(typed.strip()).startsWith(config.url("site").toString());
            assertThat(url.getPath()).matches("(/v1)?/users");
            assertThat(url.getHost()).isIn("a.com", "[::1]");
        }

        @Test
        void numbers_that_the_platform_stored_as_text_too() {
            assertThat(CONFIG.number("pageSize")).isEqualTo(250);
            assertThat(CONFIG.number("limit", 1)).isEqualTo(10);
            assertThat(CONFIG.number("absent", 1)).isEqualTo(1);
            assertThat(CONFIG.decimal("rate")).isEqualTo(new BigDecimal("0.5"));
            assertThat(CONFIG.decimalOrNull("absent")).isNull();
        }

        @Test
        void flags() {
            assertThat(CONFIG.flag("on")).isTrue();
            assertThat(CONFIG.flag("onAsText")).isTrue();
            assertThat(CONFIG.flag("off", true)).isFalse();
            assertThat(CONFIG.flag("absent")).isFalse();
            assertThat(CONFIG.flag("absent", true)).isTrue();
        }

        @Test
        void lists_and_pairs() {
            assertThat(CONFIG.list("groups")).containsExactly("a", "b");
            assertThat(CONFIG.list("one")).containsExactly("a");
            assertThat(CONFIG.list("absent")).isEmpty();
            assertThat(CONFIG.pairs("twice")).containsExactly(Map.entry("a", "1"), Map.entry("a", "2"));
            assertThat(CONFIG.map("headers")).isEqualTo(Map.of("Accept", "json", "X", ""));
        }

        @Test
        void cards_as_values_of_ones_own() {
            record Mapping(String from, String to) {}

            assertThat(CONFIG.cards("mappings", card -> new Mapping(card.text("from"), card.text("to", "name"))))
                    .containsExactly(new Mapping("mail", "email"), new Mapping("cn", "name"));
        }
    }

    @Nested
    class Errors {
        private final Connector connector = Connector.named("directory")
                .config(menu(
                        "Connection",
                        section(
                                "Directory",
                                text("baseUrl", "Base URL").required(),
                                secret("token", "Access token").required(),
                                number("pageSize", "Page size"),
                                checkbox("active", "Active only").required(),
                                list("groups", "Groups"),
                                keyValue("headers", "Headers", "Name", "Value"),
                                radio("login", "Login", option("basic", "Basic"), option("oauth", "OAuth"))
                                        .required(),
                                text("user", "User").required().visibleWhen("login", "basic"),
                                cardList(
                                        "mappings",
                                        "Mappings",
                                        "from",
                                        "to",
                                        subMenu("Mapping", text("from", "From").required(), text("to", "To"))))))
                .build();

        @Test
        void everything_that_is_missing_or_mistyped_is_named_at_once_and_no_value_shows() {
            var config = config("""
                    {"token": " ", "pageSize": "hunter2", "active": "perhaps", "groups": {"a": 1}, "login": "basic",
                     "headers": [{"value": "x"}], "mappings": [{"from": "a"}, {"to": "hunter2"}, "hunter2"]}
                    """);

            assertThat(connector.configProblems(config))
                    .containsExactly(
                            "`baseUrl` (Base URL, in section Directory) is missing",
                            "`token` (Access token, in section Directory) is missing",
                            "`pageSize` (Page size, in section Directory) must be a number, but is other text",
                            "`active` (Active only, in section Directory) must be true or false, but is other text",
                            "`groups` (Groups, in section Directory) must be an array, but is an object",
                            "`headers[1].key` is missing",
                            "`user` (User, in section Directory) is missing",
                            "`mappings` (Mappings, in section Directory), element 3, must be an object, but is text");
            assertThatThrownBy(() -> connector.checkConfig(config))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageStartingWith("the configuration cannot work: `baseUrl` (Base URL, in section Directory)"
                            + " is missing; `token` (Access token")
                    .hasMessageNotContaining("hunter2");
        }

        @Test
        void a_card_lacks_what_its_form_requires() {
            var config = config("""
                    {"baseUrl": "x", "token": "x", "login": "oauth", "mappings": [{"from": "a"}, {"to": "b"}]}
                    """);

            assertThat(connector.configProblems(config)).containsExactly("`mappings[2].from` (From) is missing");
        }

        @Test
        void an_item_that_is_not_shown_is_not_asked_for() {
            assertThatCode(() -> connector.checkConfig(
                            config("{\"baseUrl\": \"x\", \"token\": \"x\", \"login\": \"oauth\"}")))
                    .doesNotThrowAnyException();
        }

        @Test
        void an_item_is_shown_if_one_of_the_parents_that_share_a_key_is_shown() {
            var form = Connector.named("directory")
                    .config(menu(
                            "Connection",
                            section(
                                    "Login",
                                    text("mode", "Mode"),
                                    text("kind", "Kind of a").visibleWhen("mode", "a"),
                                    text("kind", "Kind of b").visibleWhen("mode", "b"),
                                    text("user", "User").required().visibleWhen("kind", "basic"))))
                    .build();

            assertThat(form.configProblems(config("{\"mode\": \"b\", \"kind\": \"basic\"}")))
                    .containsExactly("`user` (User, in section Login) is missing");
            assertThat(form.configProblems(config("{\"mode\": \"c\", \"kind\": \"basic\"}")))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"absent", "blank", "nothing"})
        void a_missing_value_is_named(String key) {
            assertInvalid(config -> config.text(key), "`" + key + "` is missing");
            assertInvalid(config -> config.number(key), "`" + key + "` is missing");
        }

        @Test
        void a_mistyped_value_is_named_without_being_shown() {
            assertInvalid(config -> config.number("token"), "`token` must be a number, but is other text");
            assertInvalid(config -> config.number("rate"), "`rate` must be a whole number of 64 bits");
            assertInvalid(config -> config.flag("limit"), "`limit` must be true or false, but is a number");
            assertInvalid(config -> config.text("groups"), "`groups` must be text, but is an array");
            assertInvalid(config -> config.cards("groups"), "`groups`, element 1, must be an object, but is text");
            assertInvalid(config -> config.list("headers"), "`headers`, element 1, must be text, but is an object");
            assertInvalid(config -> config.map("twice"), "`twice` holds one key twice");
            assertInvalid(config -> config.cards("mappings", card -> card.text("to")), "`mappings[2].to` is missing");
            assertInvalid(config -> config.decimal("on"), "`on` must be a number, but is a boolean");
            assertInvalid(config -> List.of(config.list("limit")), "`limit` must be an array, but is a number");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"localhost:8080", "example.com", "ftp://a.com", "https:///v1", "https://a b.com", "/v1"})
        void an_address_that_is_none_of_the_web_is_named_without_being_shown(String typed) {
            var config = Config.of(Json.parse("{\"site\": \"" + typed + "\"}").asJsonObject());

            assertThatThrownBy(() -> config.url("site"))
                    .isInstanceOf(ConnectorException.class)
                    .hasNoCause()
                    .hasMessage("the configuration cannot work: `site` must be an absolute http or https URL, such as"
                            + " https://example.com, but is other text");
        }

        private void assertInvalid(Function<Config, Object> read, String problem) {
            assertThatThrownBy(() -> read.apply(CONFIG))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_CONFIGURATION))
                    .hasMessage("the configuration cannot work: " + problem);
        }

        private static JsonObject config(String json) {
            return Json.parse(json).asJsonObject();
        }
    }
}
