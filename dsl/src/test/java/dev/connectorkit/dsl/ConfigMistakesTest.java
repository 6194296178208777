package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.spec.ConfigItem.cardList;
import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.keyValue;
import static dev.connectorkit.dsl.spec.ConfigItem.list;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.option;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.secretTextArea;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.select;
import static dev.connectorkit.dsl.spec.ConfigItem.subMenu;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.ConfigItem.toggle;
import static dev.connectorkit.dsl.spec.ConfigItem.url;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every mistake that a configuration can have, worded as {@code config-mistakes.txt} has it. */
class ConfigMistakesTest {
    private static final Connector CONNECTOR = Connector.named("sample")
            .config(menu(
                    "Connection",
                    section(
                            "Server",
                            text("host", "Host").required(),
                            text("base", "Base").required(),
                            url("page", "Page").required(),
                            number("port", "Port"),
                            number("size", "Page size"),
                            checkbox("tls", "TLS"),
                            toggle("trace", "Trace"),
                            select("mode", "Mode", option("a", "A")),
                            secret("token", "Token"),
                            secretTextArea("pem", "Private key").required().visibleWhen("tls", "true")),
                    section(
                            "More",
                            list("domains", "Domains"),
                            list("names", "Names"),
                            keyValue("headers", "Headers"),
                            keyValue("pairs", "Pairs"),
                            cardList(
                                    "tables",
                                    "Tables",
                                    "name",
                                    "kind",
                                    subMenu("Table", text("name", "Name").required(), number("kind", "Kind"))),
                            cardList("views", "Views", "name", "name", subMenu("View", text("name", "Name"))))))
            .build();

    @Test
    void every_mistake_is_named_with_its_place_and_without_its_value() throws IOException {
        var config = Json.parse("""
                {"base": " ", "page": null, "port": "hunter2", "size": {"of": "hunter2"}, "tls": "hunter2", "trace": 7777,
                 "mode": ["hunter2"], "token": {"is": "hunter2"},
                 "domains": 7777, "names": ["a", {"b": "hunter2"}],
                 "headers": [{"value": "hunter2"}], "pairs": ["hunter2"],
                 "tables": [{"name": "t", "kind": "hunter2"}, {"kind": 7777}], "views": "hunter2"}
                """).asJsonObject();

        var problems = String.join("\n", CONNECTOR.configProblems(config)) + "\n";

        assertThat(problems).isEqualTo(golden()).doesNotContain("hunter2", "7777");
    }

    private static String golden() throws IOException {
        try (var text = requireNonNull(ConfigMistakesTest.class.getResourceAsStream("config-mistakes.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
