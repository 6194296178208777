package dev.connectorkit.cli.spec;

import dev.connectorkit.dsl.spec.lint.LintReport;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds mistakes in connector specs. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Finds mistakes in connector-spec.json files.",
        footer = {"", "Exit code: 0 if there are no errors, 1 if there are, 2 if a file cannot be read."})
public final class LintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to check.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (the default), or json: an array with one report a file.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        // Every file is read before the first is reported, so that output is whole or not there at all.
        var reports = new LinkedHashMap<Path, LintReport>();
        for (var file : files) {
            reports.put(file, SpecLint.check(SpecFiles.read(file, spec)));
        }
        var out = spec.commandLine().getOut();
        out.print(format == Format.JSON ? json(reports) : text(reports));
        out.flush();
        return reports.values().stream().anyMatch(LintReport::hasErrors) ? SpecFiles.FOUND : 0;
    }

    private static String text(Map<Path, LintReport> reports) {
        return reports.entrySet().stream()
                .map(entry -> entry.getValue().toText(entry.getKey().toString()))
                .collect(Collectors.joining());
    }

    private static String json(Map<Path, LintReport> reports) {
        return reports.entrySet().stream()
                .map(entry -> entry.getValue().toJson(entry.getKey().toString()).toString())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
