package dev.connectorkit.cli;

import dev.connectorkit.cli.connector.ConnectorArgument;
import dev.connectorkit.cli.connector.JsonArgument;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.InvocationException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
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
            converter = JsonArgument.class,
            description = "The command's input.")
    private JsonObject input = JsonValue.EMPTY_JSON_OBJECT;

    @Option(
            names = "--config",
            paramLabel = "JSON|@FILE",
            converter = JsonArgument.class,
            description = "The source's configuration.")
    private JsonObject config = JsonValue.EMPTY_JSON_OBJECT;

    @ParentCommand
    private Main main = new Main();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var runner = ConnectorRunner.of(argument.connector());
        var request = CommandRequest.of(type, input).withConfig(config);
        try (var lines = new PrintedLines(new FileOutputStream(FileDescriptor.out))) {
            try {
                runner.run(request, lines);
                return 0;
            } catch (InvocationException e) {
                if (e.answerStarted()) {
                    lines.write(e.line());
                }
                lines.flush();
                var err = spec.commandLine().getErr();
                err.println(e.text());
                if (main.isVerbose()) {
                    err.println(e.details());
                }
                return FAILED;
            }
        }
    }
}
