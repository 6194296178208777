package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A request for an access token at an OAuth 2 provider that the platform is registered with. The text form of this value
 * leaves the refresh token and the client's configuration out.
 *
 * @param provider the provider's name
 * @param refreshToken the refresh token to trade in
 * @param clientConfig what else the provider asks for
 */
public record OAuth2TokenRequest(String provider, String refreshToken, JsonObject clientConfig) {
    /** Checks that everything is there. */
    public OAuth2TokenRequest {
        requireNonNull(provider, "provider");
        requireNonNull(refreshToken, "refreshToken");
        requireNonNull(clientConfig, "clientConfig");
    }

    /** Returns a request without anything else. */
    public static OAuth2TokenRequest of(String provider, String refreshToken) {
        return new OAuth2TokenRequest(provider, refreshToken, JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public String toString() {
        return "OAuth2TokenRequest[provider=%s]".formatted(provider);
    }
}
