package dev.connectorkit.cli.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterEvaluationException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = "Reads objects from standard input, one JSON object a line, and prints those that match.",
        footer = {"", "Exit code: 0 if every line could be answered, 1 otherwise."})
final class MatchObjects implements Callable<Integer> {
    private static final int PROGRESS_INTERVAL = 100_000;

    @Mixin
    private FilterArguments arguments = new FilterArguments();

    @Option(names = "--invert", description = "Prints the objects that do not match: those that the platform keeps.")
    private boolean invert;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private long lines;
    private long printed;
    private long failed;

    @Override
    public Integer call() throws IOException {
        PrintWriter errors = spec.commandLine().getErr();
        Filter filter = arguments.filter(errors);
        if (filter == null) {
            return FilterCommand.FOUND_OR_FAILED;
        }
        // Standard input stays open: it is not ours.
        var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var output = new BufferedWriter(spec.commandLine().getOut());
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            lines++;
            if (!line.isBlank()) {
                answer(filter, line, output, errors);
            }
            if (lines % PROGRESS_INTERVAL == 0) {
                errors.printf("%d lines read, %d printed%n", lines, printed);
                errors.flush();
            }
        }
        output.flush();
        errors.printf("%d lines read, %d printed%s%n", lines, printed, failed == 0 ? "" : ", " + failed + " failed");
        errors.flush();
        return failed == 0 ? 0 : FilterCommand.FOUND_OR_FAILED;
    }

    private void answer(Filter filter, String line, BufferedWriter output, PrintWriter errors) throws IOException {
        try {
            if (filter.matches(JsonObjects.parse(line)) != invert) {
                output.write(line);
                output.write('\n');
                printed++;
            }
        } catch (IllegalArgumentException | FilterEvaluationException e) {
            failed++;
            errors.printf("line %d: %s%n", lines, e.getMessage());
            errors.flush();
        }
    }
}
