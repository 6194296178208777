package dev.connectorkit.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.File;
import java.io.IOException;
import java.util.Locale;

/** Figures in the format of JMH's results, for benchmarks that are whole processes. */
public final class Measurements {
    private final ObjectMapper json = new ObjectMapper();
    private final ArrayNode results = json.createArrayNode();

    /** Adds a figure of a benchmark by the values of its two parameters, and prints it. */
    public void add(String benchmark, String server, String question, double score, String unit) {
        System.out.println(
                String.format(Locale.ROOT, "%-16s %-28s %-14s %,14.2f %s", benchmark, server, question, score, unit));
        var result = results.addObject().put("benchmark", benchmark);
        result.putObject("params").put("server", server).put("question", question);
        result.putObject("primaryMetric").put("score", score).put("scoreUnit", unit);
    }

    /** Writes all figures to a file. */
    public void write(String file) throws IOException {
        json.writerWithDefaultPrettyPrinter().writeValue(new File(file), results);
    }
}
