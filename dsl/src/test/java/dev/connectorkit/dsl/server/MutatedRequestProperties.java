package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.CHANGE_PASSWORD;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.internal.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Requests that were damaged on their way. A run with {@code -Djqwik.tries.default=10000} takes its time. */
class MutatedRequestProperties {
    private static final String SECRET = "s3cr3t-of-the-source";
    private static final List<String> REQUESTS = List.of(
            request("std:account:list", "{\"stateful\":true,\"state\":{\"since\":\"2026-01-01T00:00:00Z\"}}"),
            request("std:account:create", "{\"attributes\":{\"name\":\"ada\",\"age\":36,\"groups\":[\"a\",\"b\"]}}"),
            request(
                    "std:account:update",
                    "{\"key\":{\"simple\":{\"id\":\"ada\"}},\"changes\":[{\"op\":\"Add\",\"attribute\":\"groups\","
                            + "\"value\":\"c\"}]}"),
            request("std:change-password", "{\"identity\":\"ada\",\"password\":\"" + SECRET + "\"}"));
    private static final List<String> INSERTS = List.of(
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000),
            "9".repeat(2_000),
            "-1e999999999",
            "null",
            "\"",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\r\n0\r\n\r\n",
            "}",
            ",",
            "1",
            "true");

    private static final RunningServer SERVER = start();

    private static String request(String type, String input) {
        return "{\"type\":\"%s\",\"input\":%s,\"config\":{\"token\":\"%s\",\"filterString\":\"name == \\\"bob\\\"\"},\"version\":1}"
                .formatted(type, input, SECRET);
    }

    private static RunningServer start() {
        var connector = Connector.named("sample")
                .config(menu(
                        "Connection", section("Server", secret("token", "Token").required())))
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .filtered()
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) ->
                                response.send(Account.of("ada").with("name", "Ada")))
                .on(ACCOUNT_CREATE, (context, input, response) -> {
                    throw new IllegalStateException(
                            "refused for token " + context.config().getString("token"));
                })
                .on(ACCOUNT_UPDATE, (context, input, response) -> response.send(Account.of(input.id())))
                .on(CHANGE_PASSWORD, (context, input, response) -> {
                    throw new IllegalStateException("too weak: " + input.password());
                })
                .build();
        try {
            return ConnectorServer.of(connector).withPort(0).start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mutated(Random random) {
        var request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        var at = random.nextInt(request.length());
        var to = at + random.nextInt(Math.min(20, request.length() - at) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> request.substring(0, at).getBytes(UTF_8);
            case 1 -> {
                var bytes = request.getBytes(UTF_8);
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> (request.substring(0, at) + request.substring(to)).getBytes(UTF_8);
            case 3 -> {
                var insert = INSERTS.get(random.nextInt(INSERTS.size()));
                yield (request.substring(0, at) + insert + request.substring(random.nextBoolean() ? at : to))
                        .getBytes(UTF_8);
            }
            case 4 -> request.replace("ada", "\u00e4d\u00e4").getBytes(random.nextBoolean() ? ISO_8859_1 : UTF_16LE);
            default -> (request + request.substring(at)).getBytes(UTF_8);
        };
    }

    private static String answer(byte[] body, Random random) throws IOException {
        try (var raw = RawClient.of(SERVER)) {
            if (random.nextInt(4) == 0) {
                // Announces more than it sends, and ends.
                raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + (body.length + 1 + random.nextInt(100)) + "\r\n\r\n")
                        .send(body)
                        .sendNoMore();
            } else if (random.nextInt(3) == 0) {
                raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n")
                        .send(body)
                        .send("\r\n0\r\n\r\n");
            } else {
                raw.post(body);
            }
            return raw.readAll();
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void every_request_is_answered_in_words_or_as_it_should(@ForAll Random random) throws IOException {
        var body = mutated(random);

        var answer = answer(body, random);

        assertThat(answer).as("the answer to %s", Arrays.toString(body)).matches("(?s)HTTP/1\\.1 (200|400|500) .*");
        var text = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        if (answer.startsWith("HTTP/1.1 200")) {
            assertThat(text).containsAnyOf("\"type\":\"output\"", "0\r\n");
        } else {
            assertThat(text).matches("(the request |`|generic error: |notFound error: )(?s).*\n");
        }
        // What the damage made of the secret is somebody else's word; the whole secret is in no answer.
        assertThat(answer).doesNotContain(SECRET);
    }

    @AfterContainer
    static void and_no_command_is_left_behind() throws IOException {
        try (SERVER;
                var raw = RawClient.of(SERVER)) {
            var health = raw.send("GET /health HTTP/1.0\r\n\r\n").readAll();
            assertThat(Json.parse(health.substring(health.indexOf("\r\n\r\n") + 4))
                            .asJsonObject())
                    .isEqualTo(Json.object()
                            .add("status", "up")
                            .add("connector", "sample")
                            .add("running", 0)
                            .build());
        }
    }
}
