package dev.connectorkit.dsl.internal.spec;

import java.util.List;

/** The commands the platform sends, by type. */
public final class StandardCommands {
    /** All of them. */
    public static final List<String> ALL = List.of(
            "std:account:create",
            "std:account:delete",
            "std:account:disable",
            "std:account:discover-schema",
            "std:account:enable",
            "std:account:list",
            "std:account:read",
            "std:account:unlock",
            "std:account:update",
            "std:agent:list",
            "std:application-discovery:list",
            "std:authenticate",
            "std:change-password",
            "std:config-options:read",
            "std:entitlement:list",
            "std:entitlement:read",
            "std:machine-identity:list",
            "std:resource:list",
            "std:source-data:discover",
            "std:source-data:read",
            "std:spec:read",
            "std:ssf-stream:create",
            "std:ssf-stream:delete",
            "std:ssf-stream:discover",
            "std:ssf-stream:read",
            "std:ssf-stream:replace",
            "std:ssf-stream:status-update",
            "std:ssf-stream:update",
            "std:ssf-stream:verify",
            "std:test-connection");

    private StandardCommands() {}
}
