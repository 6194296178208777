package dev.connectorkit.examples.directory;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;

/** Lets hosts find the connector by its name. */
public final class DirectoryProvider implements ConnectorProvider {

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public Connector connector() {
        return DirectoryConnector.connector();
    }
}
