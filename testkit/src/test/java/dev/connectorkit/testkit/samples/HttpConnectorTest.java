package dev.connectorkit.testkit.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.simulation.FakeSource;
import dev.connectorkit.testkit.simulation.FakeSourceServer;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.VirtualClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connector that speaks HTTP, against the fake source's server. */
class HttpConnectorTest {
    // region source
    private final VirtualClock clock = new VirtualClock();
    private final FakeSource source = new FakeSource(clock).pageSize(2);
    private final FakeSourceServer server = FakeSourceServer.start(source).acceptOnly("t0ken");

    @RegisterExtension
    final ConnectorExtension people = ConnectorExtension.of(new People(clock).connector(), clock);

    HttpConnectorTest() {
        source.accounts("users", n -> Attributes.of(Map.of("id", "u" + n, "email", "u" + n + "@example.com")));
        source.reset(3);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_list_waits_as_long_as_the_source_asks_and_is_complete() {
        source.inject(Fault.tooManyRequests(Duration.ofMinutes(2)).after(1));

        var run = people.withConfig("baseUrl", server.uri().toString())
                .withConfig("token", "t0ken")
                .run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).succeeded().sentIds("u0", "u1", "u2").wasNeverSilentFor(Duration.ofMinutes(2));
        assertThat(source.requests()).hasSize(3);
    }

    @Test
    void a_page_that_breaks_off_is_an_error_and_not_a_short_list() {
        source.inject(Fault.truncatedPage().after(1));

        var run = people.withConfig("baseUrl", server.uri().toString())
                .withConfig("token", "t0ken")
                .run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).failed().sentIds("u0", "u1");
    }
    // endregion

    @Test
    void a_token_that_is_not_accepted_is_an_error() {
        var run = people.withConfig("baseUrl", server.uri().toString())
                .withConfig("token", "other")
                .run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).failedWithMessageContaining("401").sentNothing();
    }

    private record People(VirtualClock clock) {

        Connector connector() {
            return Connector.named("people")
                    .accounts(string("id").identity(), string("email").display())
                    .on(ACCOUNT_LIST, this::list)
                    .build();
        }

        private void list(Context context, AccountListInput input, Response<Account> response) throws Exception {
            var path = "/users";
            while (true) {
                var page = get(context.config(), path);
                for (var row : page.getJsonArray("rows").getValuesAs(JsonObject.class)) {
                    response.send(Account.of(row.getString("id")).withAttributes(Attributes.fromJson(row)));
                }
                if (!page.containsKey("next")) {
                    return;
                }
                path = "/users?cursor=" + page.getString("next");
            }
        }

        private JsonObject get(JsonObject config, String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(config.getString("baseUrl") + path))
                    .header("Authorization", "Bearer " + config.getString("token"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() == 429) {
                var wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
                clock.sleep(Duration.ofSeconds(wait));
                return get(config, path);
            }
            if (response.statusCode() != 200) {
                throw new ConnectorException(
                        ConnectorException.Type.GENERIC, "the source answers " + response.statusCode());
            }
            try (var reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        }
    }
}
