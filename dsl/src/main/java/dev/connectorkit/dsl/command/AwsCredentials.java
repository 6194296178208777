package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Credentials of an assumed role. The text form of this value leaves the secrets out.
 *
 * @param accessKeyId the id of the access key
 * @param secretAccessKey the access key
 * @param sessionToken the token that goes with the key
 * @param expiration when the credentials end
 */
public record AwsCredentials(String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {
    /** Checks that everything is there. */
    public AwsCredentials {
        requireNonNull(accessKeyId, "accessKeyId");
        requireNonNull(secretAccessKey, "secretAccessKey");
        requireNonNull(sessionToken, "sessionToken");
        requireNonNull(expiration, "expiration");
    }

    @Override
    public String toString() {
        return "AwsCredentials[accessKeyId=%s, expiration=%s]".formatted(accessKeyId, expiration);
    }
}
