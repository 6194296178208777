package com.example.streaming;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import picocli.CommandLine;

/** A connector that uses a library which is on the class path here, but in no jar of its own. */
public final class NeedsPicocli implements ConnectorProvider {
    @Override
    public String name() {
        return "needs-picocli";
    }

    @Override
    public Connector connector() {
        return Connector.named(new CommandLine.Range(1, 1, false, false, "").toString())
                .build();
    }
}
