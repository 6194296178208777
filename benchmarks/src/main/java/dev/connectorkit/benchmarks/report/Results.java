package dev.connectorkit.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * Scores of one benchmark by two of its parameters, in the order of the file.
 *
 * @param unit the unit of the scores, as JMH writes it
 * @param scores by row, then by column
 */
record Results(String unit, Map<String, Map<String, Double>> scores) {

    /**
     * Reads what JMH wrote with {@code -rf json}.
     *
     * @param metric {@code score}; {@code least} for the least of all iterations, to which other work on the machine added
     *     least; or the name of a secondary metric such as {@code gc.alloc.rate.norm}
     * @throws IllegalArgumentException if the file has no result of that benchmark
     */
    static Results read(Path file, String benchmark, String rowParameter, String columnParameter, String metric)
            throws IOException {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        String unit = "";
        for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
            List<String> name = List.of(result.path("benchmark").asText().split("\\."));
            if (name.contains(benchmark)) {
                JsonNode measured = metric.equals("score") || metric.equals("least")
                        ? result.path("primaryMetric")
                        : result.path("secondaryMetrics").path(metric);
                unit = measured.path("scoreUnit").asText();
                String row = result.path("params").path(rowParameter).asText();
                String column = result.path("params").path(columnParameter).asText();
                scores.computeIfAbsent(row, key -> new LinkedHashMap<>())
                        .put(
                                column,
                                metric.equals("least")
                                        ? least(measured)
                                        : measured.path("score").asDouble());
            }
        }
        if (scores.isEmpty()) {
            throw new IllegalArgumentException(file + " has no results of " + benchmark);
        }
        return new Results(unit, scores);
    }

    private static double least(JsonNode measured) {
        return StreamSupport.stream(measured.path("rawData").spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .min()
                .orElse(measured.path("score").asDouble());
    }

    List<String> rows() {
        return List.copyOf(scores.keySet());
    }

    List<String> columns() {
        return scores.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
    }

    /** Returns a score, or NaN where there is none. */
    double score(String row, String column) {
        return Objects.requireNonNullElse(scores.getOrDefault(row, Map.of()).get(column), Double.NaN);
    }
}
