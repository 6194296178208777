package dev.connectorkit.cli.connector;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The connector a command is about, and the jars it may come from. */
public final class ConnectorArgument {
    @Parameters(
            index = "0",
            paramLabel = "CONNECTOR",
            description = "The connector's name, or the name of a class that provides it.")
    private String name = "";

    @Option(names = "--jar", paramLabel = "FILE", description = "A jar to look for the connector in; repeatable.")
    private List<Path> jars = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Returns the connector, or refuses the command line with what there is instead. */
    public Connector connector() {
        return found(finder -> finder.find(name));
    }

    /** Returns what provides the connector, or refuses the command line with what there is instead. */
    public ConnectorProvider provider() {
        return found(finder -> finder.provider(name));
    }

    /** Returns the jars that the connector may come from. */
    public List<Path> jars() {
        return List.copyOf(jars);
    }

    private <T> T found(Function<ConnectorFinder, T> find) {
        try {
            return find.apply(ConnectorFinder.in(jars));
        } catch (UnknownConnectorException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
