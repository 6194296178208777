package dev.connectorkit.dsl.store;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;

/** The wording of everything that can go wrong in a store. Names keys and kinds, never values. */
final class StoreErrors {
    private StoreErrors() {}

    static ConnectorException attributesAreNoObject(String name, JsonValue found) {
        return ConnectorException.invalidConfiguration(
                "`%s` holds %s, but stored values live in an object".formatted(name, Json.describe(found)));
    }

    static ConnectorException attributesAreUnreadable(String reason) {
        return ConnectorException.invalidConfiguration("the stored values cannot be kept: " + reason);
    }

    static ConnectorException notReadable(String key, JsonValue found, String keyKind, String wanted) {
        return ConnectorException.invalidConfiguration(
                "`%s` holds %s, but StoreKey.%s reads %s".formatted(key, Json.describe(found), keyKind, wanted));
    }

    static ConnectorException notStorable(String key, RuntimeException cause) {
        return new ConnectorException(
                ConnectorException.Type.GENERIC, "`%s` cannot be stored: %s".formatted(key, cause.getMessage()), cause);
    }

    static ConnectorException tooLarge(long bytes, int limit, int changes, String largest, long largestBytes) {
        return new ConnectorException(
                ConnectorException.Type.INVALID_RESPONSE,
                "%d %s make a message of %d bytes, but the platform takes %d; the largest is `%s` with %d. Nothing was sent"
                                .formatted(
                                        changes,
                                        changes == 1 ? "change" : "changes",
                                        bytes,
                                        limit,
                                        largest,
                                        largestBytes)
                        + " and nothing is lost: store less, or flush before so much has gathered");
    }
}
