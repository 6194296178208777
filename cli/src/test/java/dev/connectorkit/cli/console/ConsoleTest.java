package dev.connectorkit.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private static final String CONFIG = """
            {"baseUrl": "https://harbour.example", "signIn": "token", "apiToken": "hunter2-hunter2",
             "agents": [{"name": "one", "pin": "1111"}, {"name": "two", "pin": "2222"}],
             "connectorAttributes": {"cursor": "page-1"}}""";

    @TempDir
    Path directory = Path.of("");

    private RunningConsole console;

    @BeforeEach
    void start() throws IOException {
        console = RunningConsole.of(Harbour.connector(), CONFIG, directory.resolve("validation.json"));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private static JsonObject parse(String json) {
        return Json.parse(json).asJsonObject();
    }

    @Test
    void the_page_and_all_it_asks_for_come_from_here_and_nothing_else_may_run() {
        var page = console.send("GET", "/", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'")
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("/console/main.js").doesNotContain("http://", "https://", "style=");
        assertThat(List.of("main.js", "console.css", "icon.svg", "source-form.js"))
                .allSatisfy(name -> assertThat(
                                console.send("GET", "/console/" + name, "").statusCode())
                        .isEqualTo(200));
        assertThat(console.send("HEAD", "/", "").body()).isEmpty();
    }

    @Test
    void what_is_not_there_is_said_as_json_and_no_class_is_served() {
        assertThat(console.send("GET", "/console/Console.class", "").statusCode())
                .isEqualTo(404);
        assertThat(console.send("GET", "/console/../Main.class", "").statusCode())
                .isEqualTo(404);
        assertThat(console.refusal("GET", "nothing", "")).startsWith("404 there is no `/console/api/nothing`");
        assertThat(console.refusal("DELETE", "source", "")).isEqualTo("405 use GET here");
        assertThat(console.refusal("PUT", "source/config", "[]"))
                .isEqualTo("400 the body must be a JSON object, but is an array");
        assertThat(console.refusal("PUT", "source/config", "{\"apiToken\":\"hunter2"))
                .startsWith("400 the body is no JSON: line 1, column ")
                .doesNotContain("hunter2");
    }

    @Test
    void pages_from_elsewhere_are_refused() {
        var foreign = HttpRequest.newBuilder(console.uri().resolve("/console/api/source"))
                .header("Origin", "https://elsewhere.example");

        assertThat(console.send(foreign).statusCode()).isEqualTo(403);
    }

    @Test
    void the_connector_is_described_by_its_spec() {
        var connector = console.json("GET", "connector", "");

        assertThat(connector.getString("name")).isEqualTo("harbour");
        assertThat(connector.getString("dialect")).isEqualTo("standard");
        assertThat(connector.get("secretKeys")).hasToString("[\"apiToken\",\"pin\",\"privateKey\"]");
        assertThat(connector.getJsonObject("spec").getString("name")).isEqualTo("harbour");
        assertThat(connector.getJsonArray("commands"))
                .contains(Json.text("std:account:list"), Json.text("std:spec:read"));
    }

    @Test
    void no_secret_reaches_the_page() {
        var source = console.json("GET", "source", "");

        assertThat(source.toString()).doesNotContain("hunter2", "1111", "2222").contains("https://harbour.example");
        assertThat(source.getJsonObject("settings").getString("apiToken")).startsWith("•••");
        assertThat(source.getJsonObject("settings").getInt("pageSize")).isEqualTo(50);
        assertThat(source.getJsonArray("problems")).isEmpty();
    }

    @Test
    void a_mask_that_comes_back_stands_for_its_secret_even_where_a_card_moved() {
        var settings = console.json("GET", "source", "").getJsonObject("settings");
        var cards = settings.getJsonArray("agents");
        var moved = Json.provider()
                .createObjectBuilder(settings)
                .add("note", "new")
                .add("agents", Json.array().add(cards.get(1)).add(cards.get(0)))
                .build();

        console.json("PUT", "source/config", moved.toString());

        var again = console.json("GET", "source", "").getJsonObject("settings");
        assertThat(again).isEqualTo(moved);
        assertThat(console.refusal("PUT", "source/config", "{\"apiToken\":\"•••99\"}"))
                .startsWith("400 a mask stands for a secret that this console does not hold");
    }

    @Test
    void commands_run_with_the_settings_of_the_form() {
        var settings = console.json("GET", "source", "").getJsonObject("settings");
        var filtered = Json.provider().createObjectBuilder(settings).add("filterString", "rank == \"Mate\"");
        console.json("PUT", "source/config", filtered.build().toString());

        assertThat(console.run("std:account:list", "{}").toString())
                .contains("\"ada\"")
                .doesNotContain("\"bo\"");
    }

    @Test
    void an_answer_ends_whole_even_where_the_command_fails() {
        assertThat(console.run("std:account:read", "{\"identity\":\"bo\"}")).containsExactly(parse("""
                        {"type": "error", "data": {"type": "notFound", "message": "no account with the id `bo`"}}"""));
        console.json("PUT", "source/config", "{\"baseUrl\":\"https://harbour.example\",\"note\":\"fail\"}");
        assertThat(console.run("std:account:list", "{}")).last().isEqualTo(parse("""
                        {"type": "error", "data": {"type": "generic", "message": "the tide went out"}}"""));
        assertThat(console.refusal("POST", "run", "{\"input\":{}}"))
                .isEqualTo("400 `type` must be text, but is missing");
        assertThat(console.refusal("GET", "run", "")).isEqualTo("405 use POST here");
    }

    @Test
    void patches_and_state_change_the_source_and_are_shown_without_secrets() {
        var settings = console.json("GET", "source", "").getJsonObject("settings");
        var stateful = Json.provider().createObjectBuilder(settings).add("spConnEnableStatefulCommands", true);
        console.json("PUT", "source/config", stateful.build().toString());

        var lines = console.run("std:account:list", "{\"stateful\":true}");

        assertThat(lines.toString()).doesNotContain("t0p-s3cret");
        assertThat(lines.stream().map(line -> line.getString("type")))
                .containsExactly("output", "config", "output", "state");
        assertThat(lines.get(1).getJsonArray("data"))
                .anySatisfy(operation -> assertThat(operation).isEqualTo(parse("""
                        {"op": "replace", "path": "/connectorAttributes/cursor", "value": "page-2"}""")));
        var source = console.json("GET", "source", "");
        assertThat(source.getJsonObject("stored")).isEqualTo(parse("{\"cursor\":\"page-2\",\"accessToken\":\"•••\"}"));
        assertThat(source.getJsonObject("state")).isEqualTo(parse("{\"since\":\"2026-01-01\"}"));
        assertThat(console.json("POST", "inputs", "{}").getJsonObject("std:account:list"))
                .isEqualTo(parse("{\"stateful\":true,\"state\":{\"since\":\"2026-01-01\"}}"));
        assertThat(console.json("DELETE", "source/stored", ""))
                .containsEntry("stored", JsonValue.EMPTY_JSON_OBJECT)
                .containsEntry("state", JsonValue.NULL);
    }

    @Test
    void what_the_settings_lack_is_said() {
        var source = console.json("PUT", "source/config", "{\"signIn\":\"token\",\"pageSize\":\"many\"}");

        assertThat(source.getJsonArray("problems").toString())
                .contains("baseUrl", "apiToken", "pageSize")
                .doesNotContain("privateKey", "many");
    }

    @Test
    void a_patch_that_the_platform_would_refuse_changes_nothing() {
        var lines = console.run("custom:bad-patch", "{}");

        assertThat(lines.get(0).getString("refused"))
                .startsWith("the platform would refuse this patch: operation 1")
                .contains("there is no `none`");
        assertThat(console.json("GET", "source", "").getJsonObject("stored").getString("cursor"))
                .isEqualTo("page-1");
    }

    @Test
    void inputs_name_the_chosen_account() {
        var inputs = console.json("POST", "inputs", "{\"account\":{\"identity\":\"bo\",\"attributes\":{}}}");

        assertThat(inputs.getJsonObject("std:account:read"))
                .isEqualTo(parse("{\"identity\":\"bo\",\"key\":{\"simple\":{\"id\":\"bo\"}}}"));
    }

    @Test
    void a_filter_is_checked_against_the_schema_while_it_is_typed() {
        var checked = console.json("POST", "filter/check", "{\"filter\":\"rnak == \\\"Mate\\\"\"}");

        var issue = checked.getJsonArray("issues").getJsonObject(0);
        assertThat(issue.getString("message")).contains("rnak");
        assertThat(issue.getInt("start")).isZero();
        assertThat(issue.getInt("end")).isEqualTo(4);
        assertThat(issue.getJsonArray("suggestions").getString(0)).isEqualTo("rank");
        var broken = console.json("POST", "filter/check", "{\"filter\":\"rank ==\"}");
        assertThat(broken.getBoolean("errors")).isTrue();
        assertThat(console.refusal("POST", "filter/check", "{\"filter\":\"a == 1\",\"type\":\"ship\"}"))
                .isEqualTo("400 there is no entitlement schema of type `ship`");
        assertThat(console.refusal("POST", "filter/check", "{}"))
                .isEqualTo("400 `filter` must be text, but is missing");
    }

    @Test
    void a_filter_is_explained_for_each_object_of_an_unfiltered_list() {
        var settings = console.json("GET", "source", "").getJsonObject("settings");
        var filtered = Json.provider().createObjectBuilder(settings).add("filterString", "rank == \"Mate\"");
        console.json("PUT", "source/config", filtered.build().toString());

        var objects = console.json("POST", "filter/sample", "{}").getJsonArray("objects");
        var explained = console.json(
                "POST",
                "filter/explain",
                Json.object()
                        .add("filter", "rank == \"Mate\"")
                        .add("objects", objects)
                        .build()
                        .toString());

        assertThat(objects).hasSize(2);
        var answers = explained.getJsonArray("answers");
        assertThat(answers.getJsonObject(0).getBoolean("leftOut")).isFalse();
        assertThat(answers.getJsonObject(1).getBoolean("leftOut")).isTrue();
        assertThat(answers.getJsonObject(1)
                        .getJsonObject("explanation")
                        .getJsonObject("values")
                        .getString("rank"))
                .isEqualTo("Mate");
        assertThat(console.refusal("POST", "filter/explain", "{\"filter\":\"rank ==\",\"objects\":[]}"))
                .startsWith("422 filterString:1:");
        assertThat(console.json("POST", "filter/sample", "{\"type\":\"crew\"}").getJsonArray("objects"))
                .hasSize(1);
    }

    @Test
    void a_list_that_fails_is_no_sample() {
        console.json("PUT", "source/config", "{\"baseUrl\":\"https://harbour.example\",\"note\":\"fail\"}");

        assertThat(console.refusal("POST", "filter/sample", "{}")).isEqualTo("422 generic error: the tide went out");
    }

    @Test
    void the_linter_reads_the_spec() {
        var lint = console.json("GET", "lint", "");

        assertThat(lint.getString("text")).contains("\"name\": \"harbour\"");
        assertThat(lint.getJsonObject("report").getJsonArray("findings")).isNotEmpty();
    }

    @Test
    void the_last_report_is_the_one_in_the_file_or_a_later_one_made_here() throws IOException {
        assertThat(console.refusal("GET", "report", "")).startsWith("404 there is no report yet");

        Files.writeString(directory.resolve("validation.json"), "{\"passed\":false,\"rules\":[]}");
        assertThat(console.json("GET", "report", "").getString("origin")).contains("validation.json");
        var made = console.json("POST", "report", "{}");

        assertThat(made.getString("target")).startsWith("harbour");
        assertThat(made.getJsonArray("rules")).isNotEmpty();
        assertThat(made.toString()).doesNotContain("hunter2");
        assertThat(console.json("GET", "report", "")).isEqualTo(made);
    }

    @Test
    void a_report_that_is_none_is_said_to_be_none() throws IOException {
        Files.writeString(directory.resolve("validation.json"), "half a rep");

        assertThat(console.refusal("GET", "report", ""))
                .startsWith("422 the report ")
                .contains("cannot be read");
        assertThat(console.json("GET", "source", "").get("state")).isEqualTo(JsonValue.NULL);
    }
}
