package dev.connectorkit.cli.filter;

import dev.connectorkit.filter.Dialect;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.FilterResult;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The filter a subcommand works with. */
final class FilterArguments {
    @Parameters(paramLabel = "EXPR", description = "The filter string.")
    private String expression = "";

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "standard",
            description = "standard (the default), or sdk: what the TypeScript SDK does, surprises included.")
    private Dialect dialect = Dialect.STANDARD;

    FilterCompiler compiler() {
        return compiler(dialect);
    }

    static FilterCompiler compiler(Dialect dialect) {
        return dialect == Dialect.SDK ? FilterCompiler.sdk() : FilterCompiler.standard();
    }

    FilterResult compile(FilterCompiler compiler) {
        return compiler.compile(expression, "filter");
    }

    /** Compiles the filter, or says what is wrong with it and returns null. */
    @Nullable
    Filter filter(PrintWriter errors) {
        FilterResult result = compile(compiler());
        if (result.hasErrors()) {
            errors.print(result.report());
            errors.flush();
            return null;
        }
        return result.filter();
    }
}
