package dev.connectorkit.docs.samples;

import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.rules.Validation;
import jakarta.json.Json;
import jakarta.json.JsonObject;

// region contract
class BadgeContractTest implements ConnectorContract {
    private static final JsonObject CONFIG = Json.createObjectBuilder()
            .add("baseUrl", "https://badges.example.com")
            .add("token", "secret")
            .build();

    @Override
    public Validation connector() {
        return ConnectorContract.of(BadgeConnector.connector(BadgeSystem.withAdaAndGrace()))
                .config(CONFIG);
    }
}
// endregion
