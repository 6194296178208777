package dev.connectorkit.benchmarks.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.connectorkit.dsl.internal.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures everything about the store in one run: operations and bytes of the patches, their times, and the cost of single
 * commands; fast-json-patch, too, where there is Node.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.store.SideBySide RESULT.json} writes the format of JMH's
 * results.
 */
public final class SideBySide {
    private static final List<Integer> SIZES = List.of(10, 1_000, 100_000);

    private final ObjectMapper json = new ObjectMapper();
    private final ArrayNode results = json.createArrayNode();

    private SideBySide() {}

    /** Measures, and writes the results to a file. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        var all = new SideBySide();
        all.addSizes();
        all.addTimes();
        all.addFastJsonPatch();
        all.json.writerWithDefaultPrettyPrinter().writeValue(new File(arguments[0]), all.results);
    }

    private void addSizes() {
        for (int size : SIZES) {
            var documents = Documents.of(size);
            for (PatchMaker maker : PatchMaker.values()) {
                if (maker != PatchMaker.CONNECTORKIT_SET_ALL) {
                    var operations = maker.on(documents).operations();
                    add("PatchOperations", maker.name(), size, operations.size(), "operations");
                    var bytes = Json.toBytes(out -> out.write(operations)).length;
                    add("PatchBytes", maker.name(), size, bytes, "bytes");
                }
            }
        }
    }

    private void addFastJsonPatch() throws IOException, InterruptedException {
        var reason = FastJsonPatch.reasonToSkip();
        if (reason != null) {
            System.out.println("fast-json-patch is skipped: " + reason);
            return;
        }
        var peer = FastJsonPatch.install();
        for (int size : SIZES) {
            var result = peer.measure(Documents.of(size));
            add(
                    "PatchOperations",
                    FastJsonPatch.NAME,
                    size,
                    result.path("operations").asDouble(),
                    "operations");
            add("PatchBytes", FastJsonPatch.NAME, size, result.path("bytes").asDouble(), "bytes");
            add(
                    "PatchMaking",
                    FastJsonPatch.NAME,
                    size,
                    result.path("microseconds").asDouble(),
                    "us/op");
        }
    }

    private void addTimes() throws IOException, RunnerException {
        var file = Files.createTempFile("store", ".json");
        new Runner(new OptionsBuilder()
                        .include("benchmarks\\.store\\.")
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString())
                        .build())
                .run();
        json.readTree(file.toFile()).forEach(results::add);
        Files.delete(file);
    }

    private void add(String benchmark, String maker, int keys, double score, String unit) {
        System.out.printf("%-16s %-14s %7d %12.2f %s%n", benchmark, maker, keys, score, unit);
        var result = results.addObject().put("benchmark", benchmark);
        result.putObject("params").put("maker", maker).put("keys", String.valueOf(keys));
        result.putObject("primaryMetric").put("score", score).put("scoreUnit", unit);
    }
}
