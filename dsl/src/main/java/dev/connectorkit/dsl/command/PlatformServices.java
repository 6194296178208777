package dev.connectorkit.dsl.command;

/**
 * What only the platform can do for a connector. Whoever runs connectors implements what they can; the rest fails with a
 * message that says so. Implementations are safe for concurrent use.
 */
public interface PlatformServices {

    /**
     * Assumes a role of the source's AWS account.
     *
     * @throws ConnectorException if the role cannot be assumed, or if this host cannot assume any
     */
    default AwsCredentials assumeAwsRole(AwsRole role) {
        throw unavailable("assume AWS roles");
    }

    /**
     * Fetches an access token from an OAuth 2 provider.
     *
     * @throws ConnectorException if there is no token to be had, or if this host cannot fetch any
     */
    default OAuth2Token getOAuth2AccessToken(OAuth2TokenRequest request) {
        throw unavailable("fetch OAuth 2 access tokens");
    }

    private static ConnectorException unavailable(String what) {
        return new ConnectorException(
                ConnectorException.Type.GENERIC,
                "what runs this connector cannot " + what + "; the platform can, and so can a host that implements"
                        + " PlatformServices");
    }
}
