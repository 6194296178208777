/** Connectors defined once: spec, handlers, runtime and checks follow. */
module dev.connectorkit.dsl {
    requires static transitive org.jspecify;
    requires transitive dev.connectorkit.filter;
    requires transitive jakarta.json;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires transitive jdk.httpserver;
    requires org.slf4j;

    uses dev.connectorkit.dsl.ConnectorProvider;

    exports dev.connectorkit.dsl;
    exports dev.connectorkit.dsl.cache;
    exports dev.connectorkit.dsl.command;
    exports dev.connectorkit.dsl.runtime;
    exports dev.connectorkit.dsl.server;
    exports dev.connectorkit.dsl.spec;
    exports dev.connectorkit.dsl.spec.lint;
    exports dev.connectorkit.dsl.store;
}
