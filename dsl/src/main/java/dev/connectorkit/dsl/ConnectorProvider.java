package dev.connectorkit.dsl;

/**
 * Makes a connector known by name to hosts such as the {@code connectorkit} command, which look providers up through
 * {@link java.util.ServiceLoader}: name the implementation in {@code META-INF/services/dev.connectorkit.dsl.ConnectorProvider}.
 */
public interface ConnectorProvider {

    /** Returns the name by which the connector is asked for, such as {@code directory}. */
    String name();

    /** Returns the connector; called once, and only where it is asked for. */
    Connector connector();
}
