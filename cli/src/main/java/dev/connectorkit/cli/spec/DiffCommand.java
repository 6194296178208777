package dev.connectorkit.cli.spec;

import dev.connectorkit.dsl.spec.SpecDiff;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changed between two connector specs. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Says what changed between two connector-spec.json files, and whether it breaks existing sources.",
        footer = {"", "Exit code: 0 if nothing breaks, 1 if something does, 2 if a file cannot be read or is no JSON."})
public final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "The spec that existing sources were set up with.")
    private Path older = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The spec that replaces it.")
    private Path newer = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (the default), or json.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var before = SpecFiles.parse(older, spec);
        var after = SpecFiles.parse(newer, spec);
        if (before == null || after == null) {
            return SpecFiles.UNUSABLE;
        }
        var diff = SpecDiff.between(before, after);
        var out = spec.commandLine().getOut();
        out.print(format == Format.JSON ? diff.toJson() + "\n" : diff.toText());
        out.flush();
        return diff.isBreaking() ? SpecFiles.FOUND : 0;
    }
}
