package dev.connectorkit.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints a Markdown table of results: ratios to one row first, scores in parentheses.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.report.Table RESULTS.json BENCHMARK ROW-PARAMETER
 * COLUMN-PARAMETER METRIC [REFERENCE-ROW]}
 */
public final class Table {
    private Table() {}

    /** Prints the table to standard output. */
    public static void main(String[] arguments) throws IOException {
        var results = Results.read(Path.of(arguments[0]), arguments[1], arguments[2], arguments[3], arguments[4]);
        System.out.print(markdown(results, arguments.length > 5 ? arguments[5] : ""));
    }

    /** Returns the table; an unknown reference row leaves the ratios out. */
    static String markdown(Results results, String reference) {
        var table = new StringBuilder("| " + results.unit() + " |");
        results.columns().forEach(column -> table.append(' ').append(column).append(" |"));
        table.append("\n|---|").append("---:|".repeat(results.columns().size())).append('\n');
        for (String row : results.rows()) {
            table.append("| ").append(row).append(" |");
            for (String column : results.columns()) {
                double score = results.score(row, column);
                double ratio = score / results.score(reference, column);
                table.append(' ').append(cell(score, ratio)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String cell(double score, double ratio) {
        if (Double.isNaN(score)) {
            return "–";
        }
        return Double.isNaN(ratio) ? number(score) : "**" + number(ratio) + "** (" + number(score) + ")";
    }

    private static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
