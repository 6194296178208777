package dev.connectorkit.cli;

import dev.connectorkit.cli.connector.ConnectorArgument;
import dev.connectorkit.cli.connector.JsonArgument;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.EventType;
import dev.connectorkit.dsl.runtime.InvocationException;
import dev.connectorkit.dsl.runtime.ReaderGoneException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Invokes one command and prints the lines the platform would receive. */
@Command(
        name = "invoke",
        mixinStandardHelpOptions = true,
        description = "Invokes one command and prints the lines that the platform would receive.")
final class InvokeCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Mixin
    private ConnectorArgument argument = new ConnectorArgument();

    @Parameters(index = "1", paramLabel = "COMMAND", description = "The command, such as std:account:list.")
    private String type = "";

    @Option(
            names = "--input",
            paramLabel = "JSON|@FILE",
            converter = JsonArgument.Converter.class,
            description = "The command's input.")
    private JsonArgument input = JsonArgument.none();

    @Option(
            names = "--config",
            paramLabel = "JSON|@FILE",
            converter = JsonArgument.Converter.class,
            description = "The source's configuration.")
    private JsonArgument config = JsonArgument.none();

    @ParentCommand
    private Main main = new Main();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final OutputStream out;

    /** Creates a command that prints its lines to {@code out}. */
    InvokeCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        var runner = ConnectorRunner.of(argument.connector());
        var request = CommandRequest.of(type, input.json()).withConfig(config.json());
        try (var lines = new PrintedLines(out, Progress.onTerminal())) {
            try {
                runner.run(request, lines);
                return 0;
            } catch (InvocationException e) {
                if (e.answerStarted()) {
                    var last = e.line();
                    lines.line(EventType.ERROR, last, 0, last.length);
                }
                lines.flush();
                var err = spec.commandLine().getErr();
                err.println(e.text());
                if (main.isVerbose()) {
                    err.println(e.details());
                }
                return FAILED;
            } catch (ReaderGoneException e) {
                // As with `head`: whoever reads has enough, and there is nobody to complain to.
                return 0;
            }
        }
    }
}
