package dev.connectorkit.dsl.server;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What environment variables say about a server. Messages name the variable, never a configuration's value. */
record Environment(Map<String, String> variables) {
    private static final int LAST_PORT = 65_535;

    Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * Returns {@code server} as the variables want it.
     *
     * @throws IllegalArgumentException if one of them makes no sense
     */
    ConnectorServer configure(ConnectorServer server) {
        var limits = ServerLimits.standard();
        var configured = server.withConfig(config())
                .withAddress(address())
                .withPort(number("CONNECTOR_PORT", 3000, 0, LAST_PORT))
                .withAllowedHosts(allowedHosts())
                .withLimits(limits.withInvocations(
                                number("CONNECTOR_MAX_COMMANDS", limits.invocations(), 1, Integer.MAX_VALUE))
                        .withTimeout(
                                variables.containsKey("CONNECTOR_TIMEOUT")
                                        ? Duration.ofSeconds(number("CONNECTOR_TIMEOUT", 0, 1, Integer.MAX_VALUE))
                                        : null)
                        .withShutdown(Duration.ofSeconds(number(
                                "CONNECTOR_SHUTDOWN", (int) limits.shutdown().toSeconds(), 0, Integer.MAX_VALUE))));
        return configured;
    }

    private JsonObject config() {
        // `base64` breaks its lines.
        var encoded = text("CONNECTOR_CONFIG").replaceAll("\\s", "");
        if (encoded.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        JsonValue json;
        try {
            json = Json.parse(Base64.getDecoder().decode(encoded));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("CONNECTOR_CONFIG is the base64 of no JSON: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // The decoder's own message shows a character of what may be a secret.
            throw new IllegalArgumentException("CONNECTOR_CONFIG must be a JSON object in base64, but is no base64");
        }
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException(
                "CONNECTOR_CONFIG must be a JSON object in base64, but is " + Json.describe(json));
    }

    private InetAddress address() {
        var name = text("CONNECTOR_ADDRESS");
        try {
            return name.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "CONNECTOR_ADDRESS must be an address of this machine, such as 0.0.0.0, but is `" + name + "`", e);
        }
    }

    private Set<String> allowedHosts() {
        return Arrays.stream(text("CONNECTOR_ALLOWED_HOSTS").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private int number(String name, int otherwise, int least, int most) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says it better.
        }
        throw new IllegalArgumentException(
                "%s must be a whole number from %d to %d, but is `%s`".formatted(name, least, most, text));
    }

    private String text(String name) {
        return variables.getOrDefault(name, "").strip();
    }
}
