package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.SOURCE_DATA_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Customizer;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandAloneCustomizerTest {
    private final RunningServer server = start();

    private static RunningServer start() {
        var customizer = Customizer.builder()
                .before(ACCOUNT_READ, (context, input) -> AccountReference.of("x-" + input.id()))
                .after(ACCOUNT_READ, (context, account) -> {
                    var title = context.customizedOperation("title-of", Json.text("ada"));
                    return account.with("title", title);
                })
                .after(SOURCE_DATA_READ, (context, entries) -> entries)
                .after(ACCOUNT_LIST, StandAloneCustomizerTest::refuse)
                .operation("title-of", (context, id) -> Json.text("Countess"))
                .build();
        try {
            return ConnectorServer.of(customizer.standAlone("titles"))
                    .withPort(0)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Account refuse(Object context, Account account) {
        throw ConnectorException.notFound("account", "ada with the token hunter2");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String type, String input) throws Exception {
        var body = "{\"type\":\"%s\",\"input\":%s,\"config\":{\"apiToken\":\"hunter2\"}}".formatted(type, input);
        var request = HttpRequest.newBuilder(server.uri())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            before:std:account:read     | {"identity":"ada"}                 | {"identity":"x-ada","key":{"simple":{"id":"x-ada"}}}
            after:std:account:read      | {"identity":"ada","attributes":{}} | {"identity":"ada","attributes":{"title":"Countess"}}
            after:std:source-data:read  | [{"key":"a","label":"A"}]          | [{"key":"a","label":"A"}]
            title-of                    | "ada"                              | "Countess"
            before:std:entitlement:list | {"type":"group"}                   | {"type":"group"}
            after:custom:dryrun         | 17                                 | 17
            """)
    void an_answer_is_the_changed_value_and_nothing_around_it(String type, String input, String output)
            throws Exception {
        var answer = send(type, input);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo(output + "\n");
    }

    @Test
    void a_step_that_fails_fails_as_a_command_does_and_shows_no_credential() throws Exception {
        var answer = send("after:std:account:list", "{\"identity\":\"ada\",\"attributes\":{}}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("notFound error: no account with the id `ada with the token ***`\n");
    }

    @Test
    void what_is_no_step_is_refused() throws Exception {
        var answer = send("std:account:list", "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .startsWith("generic error: no handler for `std:account:list`; this connector handles")
                .contains("`before:std:account:read`");
    }
}
