package dev.connectorkit.docs.samples;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;

// region provider
public final class BadgeProvider implements ConnectorProvider {
    @Override
    public String name() {
        return "badges";
    }

    @Override
    public Connector connector() {
        return BadgeConnector.connector(BadgeSystem.withAdaAndGrace());
    }
}
// endregion
