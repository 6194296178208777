package dev.connectorkit.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
        return new String[] {"connectorkit " + version};
    }
}
