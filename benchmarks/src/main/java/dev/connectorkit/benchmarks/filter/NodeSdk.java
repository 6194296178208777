package dev.connectorkit.benchmarks.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Takes the time of the same questions, over the same accounts, in the TypeScript SDK on Node, which parses its filter on
 * every call.
 *
 * <p>{@code java -cp benchmarks.jar dev.connectorkit.benchmarks.filter.NodeSdk FILTER.js RESULT.json} adds the results to
 * the file that {@link ProcessorTime} or JMH wrote. {@code FILTER.js} is {@code dist/lib/filter.js} of a checkout of
 * sp-connector-sdk-js, built: the published package has no filter. Where it or Node is missing, this says so and adds nothing.
 */
public final class NodeSdk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NodeSdk() {}

    /** Measures, if there is something to measure. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path filter = Path.of(arguments[0]).toAbsolutePath();
        if (!Files.isReadable(filter)) {
            System.out.println("Skipped: there is no " + filter);
            return;
        }
        Path folder = Files.createTempDirectory("node-sdk");
        Path script = folder.resolve("sdk-filter.js");
        Path questions = folder.resolve("questions.json");
        try (InputStream source = NodeSdk.class.getResourceAsStream("sdk-filter.js")) {
            Files.copy(Objects.requireNonNull(source, "sdk-filter.js"), script);
        }
        JSON.writeValue(questions.toFile(), Map.of("accounts", Accounts.all(), "questions", questions()));
        Process node;
        try {
            node = new ProcessBuilder("node", script.toString(), filter.toString(), questions.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException notFound) {
            System.out.println("Skipped: node cannot be started: " + notFound.getMessage());
            return;
        }
        JsonNode times = JSON.readTree(node.getInputStream());
        if (node.waitFor() != 0) {
            throw new IllegalStateException("node ended with " + node.exitValue());
        }
        add(times, new File(arguments[1]));
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            questions.put(question.name(), question.connectorkit);
        }
        return questions;
    }

    private static void add(JsonNode times, File file) throws IOException {
        ArrayNode results = file.exists() ? (ArrayNode) JSON.readTree(file) : JSON.createArrayNode();
        for (Map.Entry<String, JsonNode> time : times.properties()) {
            System.out.printf(
                    "%s %10.1f ns/op%n", time.getKey(), time.getValue().asDouble());
            var result = results.addObject().put("benchmark", FilterEvaluation.class.getSimpleName());
            result.putObject("params").put("engine", "SDK_ON_NODE").put("question", time.getKey());
            result.putObject("primaryMetric")
                    .put("score", time.getValue().asDouble())
                    .put("scoreUnit", "ns/op");
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(file, results);
    }
}
