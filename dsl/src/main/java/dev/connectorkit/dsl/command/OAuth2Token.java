package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token of an OAuth 2 provider. The text form of this value leaves the tokens out.
 *
 * @param accessToken the access token
 * @param expiry when the access token ends
 * @param tokenType how to send it, as a rule {@code Bearer}
 * @param refreshToken the refresh token to use from now on, where the provider gave out another one
 * @param customAttributes what else the provider answered
 */
public record OAuth2Token(
        String accessToken,
        Instant expiry,
        String tokenType,
        @Nullable String refreshToken,
        JsonObject customAttributes) {
    /** Checks that everything is there but what may be left out. */
    public OAuth2Token {
        requireNonNull(accessToken, "accessToken");
        requireNonNull(expiry, "expiry");
        requireNonNull(tokenType, "tokenType");
        requireNonNull(customAttributes, "customAttributes");
    }

    @Override
    public String toString() {
        return "OAuth2Token[expiry=%s, tokenType=%s]".formatted(expiry, tokenType);
    }
}
