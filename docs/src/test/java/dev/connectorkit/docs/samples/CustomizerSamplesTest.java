package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.docs.samples.BadgeSystem.Badge;
import dev.connectorkit.docs.samples.CustomizerSamples.LowerCaseProvider;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.server.ConnectorServer;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.Invocation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomizerSamplesTest {
    private static final BadgeSystem SYSTEM =
            new BadgeSystem(List.of(new Badge("ada", "ADA@Example.com", "Employee", List.of())));

    @Test
    void a_connector_is_customized_before_and_after() {
        var source = Invocation.through(InProcessDriver.of(CustomizerSamples.customized(SYSTEM)))
                .withConfig("baseUrl", "https://badges.example.com")
                .withConfig("token", "secret");

        assertThat(source.run(ACCOUNT_READ, AccountReference.of("ADA")))
                .succeeded()
                .account("ada")
                .hasAttribute("email", "ada@example.com");
        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full()))
                .account("ada")
                .hasAttribute("email", "ada@example.com");
    }

    @Test
    void a_customizer_alone_answers_the_changed_value_and_nothing_around_it() throws Exception {
        var body = "{\"type\":\"before:std:account:read\",\"input\":{\"identity\":\"ADA\"}}";

        assertThat(answer(body)).isEqualTo("{\"identity\":\"ada\",\"key\":{\"simple\":{\"id\":\"ada\"}}}\n");
    }

    private static String answer(String body) throws IOException, InterruptedException {
        try (var server = ConnectorServer.of(new LowerCaseProvider().connector())
                .withPort(0)
                .start()) {
            var request = HttpRequest.newBuilder(server.uri())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }
}
