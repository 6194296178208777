package dev.connectorkit.cli.spec;

import dev.connectorkit.cli.connector.ConnectorFinder;
import dev.connectorkit.cli.connector.UnknownConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code spec} and its subcommands. Exit codes: 0 when all is well, 1 when something was found, 2 when the command
 * line makes no sense or names a file that cannot be read.
 */
@Command(
        name = "spec",
        mixinStandardHelpOptions = true,
        description = "Prints a connector's connector-spec.json; checks, reads and compares such files.",
        subcommands = {LintCommand.class, RoundtripCommand.class, DiffCommand.class})
public final class SpecCommand implements Runnable {
    @Parameters(
            arity = "0..1",
            paramLabel = "CONNECTOR",
            description = "The connector's name, or the name of a class that provides it.")
    private @Nullable String connector;

    @Option(names = "--jar", paramLabel = "FILE", description = "A jar to look for the connector in; repeatable.")
    private List<Path> jars = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (connector == null) {
            throw new ParameterException(
                    spec.commandLine(), "name a connector, or say what to do: lint, roundtrip or diff");
        }
        try {
            var found = ConnectorFinder.in(jars).find(connector);
            spec.commandLine().getOut().println(found.spec().toText().stripTrailing());
        } catch (UnknownConnectorException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
