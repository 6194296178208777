package dev.connectorkit.cli.spec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code spec} and its subcommands. Exit codes: 0 when all is well, 1 when something was found, 2 when the command
 * line makes no sense or names a file that cannot be read.
 */
@Command(
        name = "spec",
        mixinStandardHelpOptions = true,
        description = "Checks, reads and compares connector-spec.json files.",
        subcommands = {LintCommand.class, RoundtripCommand.class, DiffCommand.class})
public final class SpecCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: lint, roundtrip or diff");
    }
}
