package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyCommandsTest {
    private static final int COMMANDS = 500;
    private static final int LINES = 50;

    private final CountDownLatch allRun = new CountDownLatch(COMMANDS);

    private Connector connector() {
        return Connector.named("sample")
                .accounts(SchemaAttribute.string("id", "Id").identity().display())
                .on(TEST_CONNECTION, (context, input, response) -> meetTheOthers())
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    meetTheOthers();
                    for (int i = 0; i < LINES; i++) {
                        response.send(Account.of(context.config().getString("caller")));
                    }
                })
                .on(ACCOUNT_READ, (context, input, response) -> {
                    meetTheOthers();
                    throw ConnectorException.notFound(
                            "account", context.config().getString("caller"));
                })
                .build();
    }

    private void meetTheOthers() throws InterruptedException {
        allRun.countDown();
        allRun.await();
    }

    private static String request(int caller) {
        var config = "\"config\":{\"caller\":\"caller-" + caller + "\"}}";
        return switch (caller % 3) {
            case 0 -> "{\"type\":\"std:test-connection\"," + config;
            case 1 -> "{\"type\":\"std:account:list\"," + config;
            default -> "{\"type\":\"std:account:read\",\"input\":{\"identity\":\"x\"}," + config;
        };
    }

    private static String expected(int caller) {
        var id = "caller-" + caller;
        return switch (caller % 3) {
            case 0 -> "{\"type\":\"output\",\"data\":{}}\n";
            case 1 ->
                String.join(
                        "",
                        Collections.nCopies(
                                LINES,
                                "{\"type\":\"output\",\"data\":{\"identity\":\"" + id
                                        + "\",\"key\":{\"simple\":{\"id\":\"" + id + "\"}},\"attributes\":{}}}\n"));
            default -> "notFound error: no account with the id `" + id + "`\n";
        };
    }

    @Test
    void run_side_by_side_each_with_its_own_config_and_its_own_lines() throws Exception {
        try (var server = ConnectorServer.of(connector()).withPort(0).start()) {
            var client = HttpClient.newHttpClient();
            var answers = IntStream.range(0, COMMANDS)
                    .mapToObj(caller -> client.sendAsync(
                            HttpRequest.newBuilder(server.uri())
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(request(caller)))
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();

            for (int caller = 0; caller < COMMANDS; caller++) {
                assertThat(answers.get(caller).get().body()).isEqualTo(expected(caller));
            }
        }
    }
}
