package dev.connectorkit.cli.filter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code filter} and its subcommands. Exit codes: 0 when all is well, 1 when something was found or failed, 2
 * when the command line makes no sense.
 */
@Command(
        name = "filter",
        mixinStandardHelpOptions = true,
        description = "Checks, runs and explains filter strings.",
        subcommands = {CheckFilter.class, MatchObjects.class, ExplainFilter.class, TestFilters.class})
public final class FilterCommand implements Runnable {
    static final int FOUND_OR_FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: check, match, explain or test");
    }
}
