package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import jakarta.json.JsonObject;
import java.util.Locale;

/** What there is to tell about a connector itself. Immutable. */
final class ConnectorDescription {
    private final Connector connector;

    ConnectorDescription(Connector connector) {
        this.connector = connector;
    }

    JsonObject json() {
        var commands = Json.array();
        connector.routes().keySet().forEach(commands::add);
        var secrets = Json.array();
        new SecretVault(connector.spec()).names().stream().sorted().forEach(secrets::add);
        return Json.object()
                .add("name", connector.name())
                .add("commands", commands)
                .add("secretKeys", secrets)
                .add("dialect", connector.filterDialect().name().toLowerCase(Locale.ROOT))
                .add("spec", connector.spec().toJson())
                .build();
    }

    /** Returns the spec as a file would hold it, and what the linter finds there. */
    JsonObject lint() {
        var text = connector.spec().toText();
        return Json.object()
                .add("text", text)
                .add("report", SpecLint.check(text).toJson("connector-spec.json"))
                .build();
    }
}
