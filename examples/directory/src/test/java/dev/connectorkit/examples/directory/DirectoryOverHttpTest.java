package dev.connectorkit.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.server.ConnectorServer;
import dev.connectorkit.dsl.server.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector as the platform meets it: commands go in over HTTP, lines come out. */
class DirectoryOverHttpTest {
    private static final int PEOPLE = 1_200;
    private static final String ADA = "{\"key\":{\"simple\":{\"id\":\"ada.lovelace\"}}}";
    private static final String NOBODY = "{\"key\":{\"simple\":{\"id\":\"nobody\"}}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private String config = config("");
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = ConnectorServer.of(new DirectoryConnector().connector())
                .withPort(0)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String config(String more) {
        return "{\"jdbcUrl\":\"jdbc:h2:mem:%s\",\"people\":%d%s}".formatted(UUID.randomUUID(), PEOPLE, more);
    }

    @Test
    void the_connection_is_tested() throws Exception {
        assertThat(outputs("std:test-connection", "{}")).containsExactly(json("{}"));
    }

    @Test
    void everyone_is_listed_and_the_first_come_before_the_last_are_read() throws Exception {
        var request = request("std:account:list", "{}");
        var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(json(String.valueOf(lines.readLine())).getString("type")).isEqualTo("output");
            assertThat(lines.lines())
                    .hasSize(PEOPLE - 1)
                    .allMatch(line -> json(line)
                            .getJsonObject("data")
                            .getJsonObject("attributes")
                            .containsKey("displayName"));
        }
    }

    @Test
    void an_account_is_read_as_it_is_listed() throws Exception {
        var listed = outputs("std:account:list", "{}").stream()
                .filter(each -> each.getString("identity").equals("ada.lovelace"))
                .toList();

        assertThat(outputs("std:account:read", ADA)).isEqualTo(listed).hasSize(1);
        assertThat(outputs("std:account:read", "{\"identity\":\"ada.lovelace\"}"))
                .isEqualTo(listed);
    }

    @Test
    void an_account_is_created_with_one_entitlement_or_several() throws Exception {
        var one = output("std:account:create", create("new.one", "\"groups\":\"vpn-users\",\"password\":\"s3cret\""));
        var several = output("std:account:create", create("new.two", "\"groups\":[\"vpn-users\",\"git-editors\"]"));

        assertThat(attributes(one).getJsonArray("groups")).isEqualTo(array("[\"vpn-users\"]"));
        assertThat(attributes(several).getJsonArray("groups")).isEqualTo(array("[\"vpn-users\",\"git-editors\"]"));
        assertThat(one.toString()).doesNotContain("s3cret").doesNotContain("assword");
        assertThat(output("std:account:read", "{\"identity\":\"new.one\"}")).isEqualTo(one);
    }

    @Test
    void an_account_that_exists_or_lacks_something_is_not_created() throws Exception {
        var before = output("std:account:read", ADA);

        assertThat(failure("std:account:create", create("ada.lovelace", "\"title\":\"Impostor\"")))
                .isEqualTo("generic error: an account with the id `ada.lovelace` exists already");
        assertThat(failure("std:account:create", "{\"attributes\":{}}"))
                .isEqualTo("generic error: the attribute `id` is required");
        assertThat(failure("std:account:create", create("new.one", "\"shoeSize\":\"44\"")))
                .isEqualTo("generic error: the schema has no attribute `shoeSize`");
        assertThat(failure("std:account:create", create("new.one", "\"groups\":\"nowhere\"")))
                .isEqualTo("generic error: `groups`: there is no group with the id `nowhere`");
        assertThat(failure("std:account:read", "{\"identity\":\"new.one\"}")).startsWith("notFound error:");
        assertThat(output("std:account:read", ADA)).isEqualTo(before);
    }

    @Test
    void attributes_are_set_added_and_removed_as_text_or_array() throws Exception {
        output("std:account:create", create("new.one", "\"groups\":[]"));
        var updated = update("new.one", """
                {"op":"Set","attribute":"title","value":"Countess"},
                {"op":"Set","attribute":"employeeNumber","value":"7"},
                {"op":"Add","attribute":"groups","value":"vpn-users"},
                {"op":"Add","attribute":"groups","value":["git-editors","wiki-users","vpn-users"]},
                {"op":"Remove","attribute":"groups","value":"git-editors"}""");

        assertThat(attributes(updated).getJsonArray("groups")).isEqualTo(array("[\"vpn-users\",\"wiki-users\"]"));
        assertThat(attributes(updated).getString("title")).isEqualTo("Countess");
        assertThat(attributes(updated).getInt("employeeNumber")).isEqualTo(7);
        assertThat(output("std:account:read", "{\"identity\":\"new.one\"}")).isEqualTo(updated);

        var cleared = update("new.one", "{\"op\":\"Remove\",\"attribute\":\"title\",\"value\":\"Countess\"}");
        assertThat(attributes(cleared).isNull("title")).isTrue();
        assertThat(update("new.one", "{\"op\":\"Add\",\"attribute\":\"groups\",\"value\":\"vpn-users\"}"))
                .isEqualTo(json("{}"));
        assertThat(failure(
                        "std:account:update",
                        changes("new.one", "{\"op\":\"Set\",\"attribute\":\"id\",\"value\":\"x\"}")))
                .isEqualTo("generic error: `id` identifies the account and cannot change");
        assertThat(failure(
                        "std:account:update",
                        changes("new.one", "{\"op\":\"Set\",\"attribute\":\"employeeNumber\",\"value\":\"seven\"}")))
                .isEqualTo("generic error: attribute `employeeNumber` holds a whole number of 32 bits, but is given"
                        + " another value");
    }

    @Test
    void an_account_is_disabled_enabled_unlocked_and_deleted() throws Exception {
        var before = output("std:account:read", ADA);

        assertThat(output("std:account:disable", ADA).getBoolean("disabled")).isTrue();
        assertThat(output("std:account:disable", ADA).getBoolean("disabled")).isTrue();
        assertThat(output("std:account:enable", ADA)).isEqualTo(before);
        assertThat(output("std:account:unlock", ADA).getBoolean("locked")).isFalse();
        assertThat(outputs("std:account:delete", ADA)).containsExactly(json("{}"));
        assertThat(failure("std:account:read", ADA)).isEqualTo("notFound error: no account with the id `ada.lovelace`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "delete", "enable", "disable", "unlock"})
    void what_does_not_exist_is_not_found(String command) throws Exception {
        assertThat(failure("std:account:" + command, NOBODY))
                .isEqualTo("notFound error: no account with the id `nobody`");
    }

    @Test
    void an_update_or_a_group_of_nobody_is_not_found_either() throws Exception {
        assertThat(failure(
                        "std:account:update",
                        changes("nobody", "{\"op\":\"Set\",\"attribute\":\"title\",\"value\":\"x\"}")))
                .startsWith("notFound error:");
        assertThat(failure("std:entitlement:read", NOBODY.replace("}}}", "}},\"type\":\"group\"}")))
                .isEqualTo("notFound error: no group with the id `nobody`");
    }

    @Test
    void groups_are_listed_and_read_and_accounts_refer_to_them() throws Exception {
        var groups = outputs("std:entitlement:list", "{\"type\":\"group\"}");

        assertThat(groups).hasSize(120);
        assertThat(output("std:entitlement:read", "{\"identity\":\"vpn-users\",\"type\":\"group\"}"))
                .isIn(groups);
        assertThat(failure("std:entitlement:list", "{\"type\":\"role\"}"))
                .isEqualTo("generic error: there are no entitlements of type `role`, only `group`");
    }

    @Test
    void a_second_stateful_run_sends_changes_and_deletions_only() throws Exception {
        var first = lines("std:account:list", "{\"stateful\":true}");
        var state = first.get(first.size() - 1);
        assertThat(first).hasSize(PEOPLE + 1);
        assertThat(state.getString("type")).isEqualTo("state");
        var next = "{\"stateful\":true,\"state\":%s}".formatted(state.get("data"));
        assertThat(lines("std:account:list", next)).singleElement().isEqualTo(state);

        var disabled = output("std:account:disable", ADA);
        output("std:account:create", create("new.one", "\"groups\":[]"));
        outputs("std:account:delete", "{\"identity\":\"new.one\"}");
        var second = lines("std:account:list", next);

        assertThat(second).hasSize(3);
        assertThat(second.get(0).getJsonObject("data")).isEqualTo(disabled);
        assertThat(second.get(1).getJsonObject("data").getString("identity")).isEqualTo("new.one");
        assertThat(second.get(1).getJsonObject("data").getBoolean("deleted")).isTrue();
        assertThat(second.get(2)).isNotEqualTo(state);
    }

    @Test
    void a_state_of_another_database_is_answered_in_full() throws Exception {
        var answer = lines("std:account:list", "{\"stateful\":true,\"state\":{\"watermark\":\"99\"}}");

        assertThat(answer).hasSize(PEOPLE + 1);
    }

    @Test
    void what_the_filter_matches_is_left_out_but_not_that_it_was_deleted() throws Exception {
        var everyone = outputs("std:account:list", "{}");
        config = config.replace("}", ",\"filterString\":\"( type != \\\"Employee\\\" )\"}");
        var state = "{\"stateful\":true,\"state\":{\"watermark\":\"0\"}}";

        assertThat(outputs("std:account:list", "{}"))
                .isEqualTo(everyone.stream()
                        .filter(each -> attributes(each).getString("type").equals("Employee"))
                        .toList())
                .hasSizeLessThan(PEOPLE);
        outputs("std:account:delete", ADA);
        assertThat(outputs("std:account:list", state))
                .singleElement()
                .satisfies(each -> assertThat(each.getBoolean("deleted")).isTrue());
    }

    @Test
    void the_schema_can_be_discovered() throws Exception {
        var schema = output("std:account:discover-schema", "{}");

        assertThat(schema.getString("identityAttribute")).isEqualTo("id");
        assertThat(schema).isEqualTo(DirectoryConnector.PEOPLE.accountSchema().toJson());
    }

    @Test
    void a_configuration_that_cannot_work_is_named() throws Exception {
        config = "{\"jdbcUrl\":\"jdbc:oracle:thin:scott/tiger@db\"}";
        assertThat(failure("std:test-connection", "{}"))
                .contains("no driver takes this `jdbcUrl`; it must start with jdbc:h2: or jdbc:postgresql:")
                .doesNotContain("tiger");
        config = "{\"people\":-1}";
        assertThat(failure("std:test-connection", "{}")).contains("`people` must be a number from 0 to 10000000");
        config = "{\"jdbcUrl\":\"jdbc:postgresql://localhost:1/x?password=hush\",\"password\":\"hush\"}";
        assertThat(failure("std:test-connection", "{}"))
                .contains("cannot connect to the database:")
                .doesNotContain("hush");
    }

    private static String create(String id, String more) {
        return "{\"attributes\":{\"id\":\"%s\",\"displayName\":\"New One\",%s}}".formatted(id, more);
    }

    private static String changes(String id, String changes) {
        return "{\"identity\":\"%s\",\"changes\":[%s]}".formatted(id, changes);
    }

    private JsonObject update(String id, String changes) throws Exception {
        return output("std:account:update", changes(id, changes));
    }

    private static JsonObject attributes(JsonObject account) {
        return account.getJsonObject("attributes");
    }

    private JsonObject output(String command, String input) throws Exception {
        var outputs = outputs(command, input);
        assertThat(outputs).hasSize(1);
        return outputs.get(0);
    }

    private List<JsonObject> outputs(String command, String input) throws Exception {
        return lines(command, input).stream()
                .filter(line -> line.getString("type").equals("output"))
                .map(line -> line.getJsonObject("data"))
                .toList();
    }

    private List<JsonObject> lines(String command, String input) throws Exception {
        var response = client.send(request(command, input), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().map(DirectoryOverHttpTest::json).toList();
    }

    private String failure(String command, String input) throws Exception {
        var response = client.send(request(command, input), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        return response.body().strip();
    }

    private HttpRequest request(String command, String input) {
        var body = "{\"type\":\"%s\",\"input\":%s,\"config\":%s}".formatted(command, input, config);
        return HttpRequest.newBuilder(server.uri())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
