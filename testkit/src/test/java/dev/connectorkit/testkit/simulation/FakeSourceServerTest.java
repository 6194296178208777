package dev.connectorkit.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake source as a client of HTTP meets it. */
class FakeSourceServerTest {
    private final VirtualClock clock = new VirtualClock();
    private final FakeSource source = new FakeSource(clock).pageSize(2);
    private final FakeTable users = source.accounts(
            "users", n -> Attributes.of(Map.of("id", "u" + n, "name", "User " + n, "password", "pw" + n)));
    private final FakeSourceServer server = FakeSourceServer.start(source);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(5))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private JsonObject get(String path) throws Exception {
        var response = send("GET", path, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return Json.parse(response.body()).asJsonObject();
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("rows").stream()
                .map(row -> row.asJsonObject().getString("id"))
                .toList();
    }

    @Test
    void a_list_is_read_page_by_page_with_cursors() throws Exception {
        var ids = new ArrayList<String>();
        var page = get("/users");
        ids.addAll(ids(page));
        while (page.containsKey("next")) {
            page = get("/users?cursor=" + page.getString("next"));
            ids.addAll(ids(page));
        }

        assertThat(ids).containsExactly("u0", "u1", "u2", "u3", "u4");
        assertThat(source.requests()).hasSize(3).allMatch(request -> request.kind() == SourceRequest.Kind.LIST);
    }

    @Test
    void a_list_is_read_by_offset_and_limit() throws Exception {
        assertThat(get("/users?offset=3&limit=10"))
                .isEqualTo(Json.parse(
                        "{\"rows\":[{\"id\":\"u3\",\"name\":\"User 3\"},{\"id\":\"u4\",\"name\":\"User 4\"}],"
                                + "\"total\":5}"));
        assertThat(ids(get("/users?offset=0&limit=1"))).containsExactly("u0");
        assertThat(send("GET", "/users?offset=x", "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/users?offset=-1", "").statusCode()).isEqualTo(400);
    }

    @Test
    void changes_are_read_since_a_token_and_since_an_instant() throws Exception {
        var token = get("/users/token").getString("token");
        clock.advance(Duration.ofMinutes(1));
        var instant = clock.instant();
        source.change(1);
        source.remove(2);

        var changes = get("/users/changes?since=" + token);
        assertThat(ids(changes)).containsExactly("u1");
        assertThat(changes.getJsonArray("deleted").getValuesAs(JsonString::getString))
                .containsExactly("u2");
        assertThat(ids(get("/users/changes?since=" + changes.getString("token"))))
                .isEmpty();
        assertThat(ids(get("/users/changes?since=" + instant))).containsExactly("u1");
    }

    @Test
    void rows_are_created_changed_and_removed() throws Exception {
        var created = send("POST", "/users", "{\"id\":\"a/b c\",\"name\":\"Ada\",\"password\":\"x\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).isEqualTo("{\"id\":\"a/b c\",\"name\":\"Ada\"}");
        assertThat(source.hasPassword("a/b c", "x")).isTrue();

        assertThat(send("PATCH", "/users/a%2Fb%20c", "{\"name\":null,\"age\":36}")
                        .body())
                .isEqualTo("{\"id\":\"a/b c\",\"age\":36}");
        assertThat(get("/users/a%2Fb%20c")).containsKey("age");
        assertThat(send("DELETE", "/users/a%2Fb%20c", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/users/a%2Fb%20c", "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_done_says_why() throws Exception {
        var duplicate = send("POST", "/users", "{\"id\":\"u0\"}");
        assertThat(duplicate.statusCode()).isEqualTo(409);
        assertThat(duplicate.body()).isEqualTo("{\"status\":409,\"message\":\"users has a row `u0` already\"}");
        assertThat(send("POST", "/users", "[1]").body()).contains("the body is no JSON object");
        assertThat(send("POST", "/users", "{").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/users", "{}").statusCode()).isEqualTo(405);
        assertThat(send("PUT", "/users/u0", "{}").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/groups", "").body()).contains("there is nothing at /groups");
        assertThat(send("GET", "/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void only_the_token_is_accepted() throws Exception {
        server.acceptOnly("t0ken");
        assertThat(send("GET", "/ping", "").statusCode()).isEqualTo(401);

        var request = HttpRequest.newBuilder(URI.create(server.uri() + "/ping"))
                .header("Authorization", "Bearer t0ken")
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body())
                .isEqualTo(Json.toText(JsonValue.EMPTY_JSON_OBJECT));
    }

    @Test
    void too_many_requests_say_when_to_come_back() throws Exception {
        source.inject(Fault.tooManyRequests(Duration.ofMinutes(2)));

        var refused = send("GET", "/users", "");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("120");
        assertThat(ids(get("/users"))).hasSize(2);
    }

    @Test
    void a_page_in_mid_list_fails_with_500() throws Exception {
        source.inject(Fault.serverError().after(1));

        var next = get("/users").getString("next");
        assertThat(send("GET", "/users?cursor=" + next, "").statusCode()).isEqualTo(500);
    }

    @Test
    void an_answer_that_gets_lost_did_what_was_asked() throws Exception {
        source.inject(Fault.lostAnswer());

        assertThat(send("POST", "/users", "{\"id\":\"new\"}").statusCode()).isEqualTo(500);
        assertThat(users.row("new")).isNotNull();
    }

    @Test
    void a_truncated_page_breaks_off_in_the_middle() {
        source.inject(Fault.truncatedPage());

        assertThatThrownBy(() -> send("GET", "/users", "")).isInstanceOf(IOException.class);
    }

    @Test
    void a_source_that_is_down_closes_the_connection() throws Exception {
        source.inject(Fault.down());
        assertThatThrownBy(() -> send("GET", "/users", "")).isInstanceOf(IOException.class);

        source.heal();
        assertThat(ids(get("/users"))).hasSize(2);
    }

    @Test
    void a_call_that_hangs_is_ended_by_the_clients_own_timeout() {
        source.inject(Fault.hang());
        var request = HttpRequest.newBuilder(URI.create(server.uri() + "/users"))
                .timeout(Duration.ofMillis(200))
                .build();

        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_call_that_hangs_for_longer_than_the_servers_patience_is_cut_off() {
        server.patience(Duration.ZERO);
        source.inject(Fault.hang());

        assertThatThrownBy(() -> send("GET", "/users", "")).isInstanceOf(IOException.class);
        assertThat(clock.instant()).isAfterOrEqualTo(VirtualClock.START.plus(Duration.ofDays(1)));
    }

    @Test
    void latency_passes_on_the_virtual_clock() throws Exception {
        source.slowDown(Duration.ofMinutes(1));
        get("/users");

        assertThat(clock.instant()).isEqualTo(VirtualClock.START.plus(Duration.ofMinutes(1)));
    }
}
