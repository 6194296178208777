package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

/**
 * A role of the source's AWS account that the platform may assume for the connector.
 *
 * @param roleArn the role's ARN
 * @param externalId the id that the role's trust policy asks for
 * @param roleSessionName the name that the session has in the source's audit log
 */
public record AwsRole(String roleArn, String externalId, String roleSessionName) {
    /** Checks that everything is there. */
    public AwsRole {
        requireNonNull(roleArn, "roleArn");
        requireNonNull(externalId, "externalId");
        requireNonNull(roleSessionName, "roleSessionName");
    }
}
