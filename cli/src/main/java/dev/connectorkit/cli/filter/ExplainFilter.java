package dev.connectorkit.cli.filter;

import dev.connectorkit.filter.Explanation;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterEvaluationException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells why an object matches a filter or not: the answer of every part, and the values it read.",
        footer = {"", "Exit code: 0 if there is an answer, whichever it is, 1 otherwise."})
final class ExplainFilter implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private FilterArguments arguments = new FilterArguments();

    @Option(names = "--data", paramLabel = "JSON", required = true, description = "The object, as JSON.")
    private String data = "";

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
        var errors = spec.commandLine().getErr();
        Filter filter = arguments.filter(errors);
        if (filter == null) {
            return FilterCommand.FOUND_OR_FAILED;
        }
        try {
            Explanation explanation = filter.explain(object());
            var out = spec.commandLine().getOut();
            out.print(format == Format.JSON ? explanation.toJson() + "\n" : explanation.text());
            out.flush();
            return 0;
        } catch (FilterEvaluationException | UnsupportedOperationException e) {
            errors.println(e.getMessage());
            errors.flush();
            return FilterCommand.FOUND_OR_FAILED;
        }
    }

    private Map<String, @Nullable Object> object() {
        try {
            return JsonObjects.parse(data);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--data: " + e.getMessage(), e);
        }
    }
}
