package dev.connectorkit.cli;

import dev.connectorkit.cli.filter.FilterCommand;
import dev.connectorkit.cli.init.InitCommand;
import dev.connectorkit.cli.packaging.PackageCommand;
import dev.connectorkit.cli.spec.SpecCommand;
import dev.connectorkit.cli.validate.ValidateCommand;
import dev.connectorkit.dsl.internal.spec.Nearest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code connectorkit} command. Exit codes: 0 when all is well, 1 when something failed or was found, 2 when the
 * command line makes no sense or names something that cannot be read.
 */
@Command(
        name = "connectorkit",
        mixinStandardHelpOptions = true,
        description = "Runs, tests and checks identity connectors.",
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            InvokeCommand.class,
            ValidateCommand.class,
            SpecCommand.class,
            FilterCommand.class,
            InitCommand.class,
            PackageCommand.class
        })
public final class Main {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show where a failure came from.")
    private boolean verbose;

    Main() {}

    boolean isVerbose() {
        return verbose;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(new FileOutputStream(FileDescriptor.out))
                .setOut(new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    /** Returns the command line, which prints a connector's lines to {@code lines}. */
    static CommandLine commandLine(OutputStream lines) {
        var main = new Main();
        return new CommandLine(main, new Commands(lines))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // `@file` is the value of options such as --config, not a file of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, arguments) -> main.refuse(e))
                .setExecutionExceptionHandler((e, line, result) -> main.fail(e, line));
    }

    private int refuse(ParameterException e) {
        var line = e.getCommandLine();
        line.getErr().println("connectorkit: " + cause(e));
        if (verbose) {
            e.printStackTrace(line.getErr());
        } else {
            line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static @Nullable String cause(ParameterException e) {
        var commands = e.getCommandLine().getSubcommands().keySet();
        if (!commands.isEmpty() && e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            var name = unmatched.getUnmatched().get(0);
            return "there is no command `%s`%s; there are %s"
                    .formatted(name, Nearest.question(name, commands), String.join(", ", commands));
        }
        return e.getMessage();
    }

    private int fail(Exception e, CommandLine line) {
        line.getErr().println("connectorkit: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        if (verbose) {
            e.printStackTrace(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    private record Commands(OutputStream lines) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == InvokeCommand.class
                    ? type.cast(new InvokeCommand(lines))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
