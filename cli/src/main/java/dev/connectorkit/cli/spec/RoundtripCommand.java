package dev.connectorkit.cli.spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a connector spec and writes it canonically. */
@Command(
        name = "roundtrip",
        mixinStandardHelpOptions = true,
        description = "Prints a connector-spec.json as it is understood: equal by value, in canonical form.",
        footer = {"", "Exit code: 0 if it is printed, 1 if the file holds no JSON object, 2 if it cannot be read."})
public final class RoundtripCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to read.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var read = SpecFiles.parse(file, spec);
        if (read == null) {
            return SpecFiles.FOUND;
        }
        var out = spec.commandLine().getOut();
        out.print(read.toText());
        out.flush();
        return 0;
    }
}
