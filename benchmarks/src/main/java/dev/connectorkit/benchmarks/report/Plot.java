package dev.connectorkit.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Draws results as bars on a logarithmic scale, grouped by one parameter, one colour for each value of another.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.report.Plot RESULTS.json BENCHMARK COLOUR-PARAMETER
 * GROUP-PARAMETER METRIC TITLE PLOT.svg}
 */
public final class Plot {
    private static final List<String> COLOURS =
            List.of("#8a8a8a", "#0b6e4f", "#3a7ca5", "#d98e04", "#b5485d", "#7a5195", "#4f9da6", "#a0522d");
    private static final int LETTER = 7;
    private static final int LINE = 18;
    private static final int LEAST_BAR = 16;
    private static final int GROUP_GAP = 28;
    private static final int LEAST_WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;

    private final Results results;
    private final double smallest;
    private final double decades;
    private final int width;
    private final int bar;
    private int top = 38;
    private final StringBuilder svg = new StringBuilder();

    private Plot(Results results) {
        this.results = results;
        var scores = results.scores().values().stream()
                .flatMap(row -> row.values().stream())
                .filter(score -> score > 0)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        smallest = Math.floor(Math.log10(scores.getMin()));
        decades = Math.max(1, Math.ceil(Math.log10(scores.getMax())) - smallest);
        int groups = results.columns().size();
        int bars = groups * results.rows().size();
        width = Math.max(LEAST_WIDTH, LEFT + bars * LEAST_BAR + groups * GROUP_GAP + RIGHT);
        bar = (width - LEFT - RIGHT - groups * GROUP_GAP) / bars;
    }

    /** Writes the plot to a file. */
    public static void main(String[] arguments) throws IOException {
        var results = Results.read(Path.of(arguments[0]), arguments[1], arguments[2], arguments[3], arguments[4]);
        Files.writeString(Path.of(arguments[6]), svg(results, arguments[5]));
    }

    /** Returns the plot as a self-contained SVG document. */
    static String svg(Results results, String title) {
        return new Plot(results).draw(title);
    }

    private String draw(String title) {
        text(LEFT, 24, "start", title + " (" + results.unit() + ", logarithmic)");
        legend();
        scale();
        int group = results.rows().size() * bar + GROUP_GAP;
        for (int index = 0; index < results.columns().size(); index++) {
            group(results.columns().get(index), LEFT + GROUP_GAP / 2 + index * group);
        }
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                        width,
                        top + HEIGHT + 40)
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + svg.append("</svg>\n");
    }

    private void legend() {
        int x = LEFT;
        for (int index = 0; index < results.rows().size(); index++) {
            String row = results.rows().get(index);
            int length = 40 + row.length() * LETTER;
            if (x + length > width) {
                x = LEFT;
                top += LINE;
            }
            rectangle(x, top, 12, 12, colour(index));
            text(x + 17, top + 10, "start", row);
            x += length;
        }
        top += 2 * LINE;
    }

    private void scale() {
        for (int decade = 0; decade <= decades; decade++) {
            double value = Math.pow(10, smallest + decade);
            double y = y(value);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                    LEFT,
                    y,
                    width - RIGHT / 2,
                    y));
            text(
                    LEFT - 8,
                    y + 4,
                    "end",
                    value < 1 ? String.valueOf(value) : String.format(Locale.ROOT, "%,.0f", value));
        }
    }

    private void group(String column, int left) {
        for (int index = 0; index < results.rows().size(); index++) {
            double score = results.score(results.rows().get(index), column);
            if (score > 0) {
                double y = y(score);
                rectangle(left + index * bar, y, bar - 2, top + HEIGHT - y, colour(index));
            }
        }
        text(left + results.rows().size() * bar / 2.0, top + HEIGHT + 20, "middle", column);
    }

    private double y(double score) {
        return top + HEIGHT - (Math.log10(score) - smallest) / decades * HEIGHT;
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private void rectangle(double x, double y, double width, double height, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                colour));
    }

    private void text(double x, double y, String anchor, String content) {
        String escaped = content.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped));
    }
}
