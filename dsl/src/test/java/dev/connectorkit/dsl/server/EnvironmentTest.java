package dev.connectorkit.dsl.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Command;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    private static final Connector ECHO = Connector.named("echo")
            .on(Command.of("custom:config", JsonObject.class, JsonObject.class), (context, input, response) -> {
                throw new IllegalStateException(context.config().toString());
            })
            .build();

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static ConnectorServer configured(Map<String, String> variables) {
        return new Environment(variables).configure(ConnectorServer.of(ECHO));
    }

    private static String configOf(RunningServer server, String request) throws IOException {
        try (var raw = RawClient.of(server)) {
            var answer = raw.post(request).readAll();
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }

    @Test
    void the_config_is_used_for_requests_that_bring_none() throws IOException {
        var config = base64("{\"note\":\"" + "x".repeat(80) + "\"}");
        var wrapped = config.substring(0, 76) + "\n" + config.substring(76) + "\n";
        try (var server = configured(Map.of("CONNECTOR_PORT", "0", "CONNECTOR_CONFIG", wrapped))
                .start()) {
            assertThat(configOf(server, "{\"type\":\"custom:config\"}"))
                    .isEqualTo("generic error: {\"note\":\"" + "x".repeat(80) + "\"}\n");
            assertThat(configOf(server, "{\"type\":\"custom:config\",\"config\":{\"own\":1}}"))
                    .isEqualTo("generic error: {\"own\":1}\n");
        }
    }

    @Test
    void a_server_that_is_told_nothing_listens_on_the_loopback_interface() throws IOException {
        try (var server = configured(Map.of("CONNECTOR_PORT", "0", "CONNECTOR_CONFIG", ""))
                .start()) {
            assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void an_address_and_host_names_can_be_given() throws IOException {
        var variables = Map.of(
                "CONNECTOR_PORT",
                "0",
                "CONNECTOR_ADDRESS",
                "0.0.0.0",
                "CONNECTOR_ALLOWED_HOSTS",
                "a.internal, b.internal");
        try (var server = configured(variables).start();
                var raw = RawClient.of(server)) {
            assertThat(server.address().getAddress().isAnyLocalAddress()).isTrue();
            assertThat(raw.send("GET /health HTTP/1.1\r\nHost: b.internal\r\nConnection: close\r\n\r\n")
                            .readAll())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECTOR_CONFIG | hunter2! | CONNECTOR_CONFIG must be a JSON object in base64, but is no base64",
                "CONNECTOR_CONFIG | aHVudGVyMg== | CONNECTOR_CONFIG is the base64 of no JSON: line 1, column 1: text in quotes,"
                        + " a number, true, false, null, an object or an array was expected",
                "CONNECTOR_CONFIG | WyJodW50ZXIyIl0= | CONNECTOR_CONFIG must be a JSON object in base64, but is an array",
                "CONNECTOR_PORT | http | CONNECTOR_PORT must be a whole number from 0 to 65535, but is `http`",
                "CONNECTOR_PORT | 65536 | CONNECTOR_PORT must be a whole number from 0 to 65535, but is `65536`",
                "CONNECTOR_TIMEOUT | 0 | CONNECTOR_TIMEOUT must be a whole number from 1 to 2147483647, but is `0`",
                "CONNECTOR_SHUTDOWN | -1 | CONNECTOR_SHUTDOWN must be a whole number from 0 to 2147483647, but is `-1`",
                "CONNECTOR_ADDRESS | no.such.invalid | CONNECTOR_ADDRESS must be an address of this machine, such as 0.0.0.0,"
                        + " but is `no.such.invalid`"
            })
    void a_variable_that_makes_no_sense_is_named(String name, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configured(Map.of(name, value)))
                .withMessage(message);
    }
}
