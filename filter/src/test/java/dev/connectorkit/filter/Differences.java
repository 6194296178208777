package dev.connectorkit.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known about where the two dialects differ, and where they must not. The user guide shows the same data. */
final class Differences {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUSED = "refused";

    private Differences() {}

    /** A rule of STANDARD by which its answers differ from the SDK's. */
    record Rule(String code, String rule, String why, List<Example> examples) {
        /** Returns whether STANDARD has no answer at all, and its compiler reports this rule's code. */
        boolean refuses() {
            return examples.stream().allMatch(example -> example.standard().equals(REFUSED));
        }
    }

    /** An expression with different answers; an SDK answer is true, false, TypeError, or "error at 3". */
    record Example(String expr, JsonNode data, String sdk, String standard) {}

    /** An expression with one answer. */
    record Agreement(String expr, JsonNode data, String answer) {}

    static List<Rule> rules() {
        return read("differences", new TypeReference<>() {});
    }

    static List<Agreement> agreements() {
        return read("agreements", new TypeReference<>() {});
    }

    private static <T> T read(String name, TypeReference<T> type) {
        var resource =
                Objects.requireNonNull(Differences.class.getResourceAsStream("/differences/" + name + ".json"), name);
        try (var reader = new InputStreamReader(resource, UTF_8)) {
            return JSON.readValue(reader, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String answer(Dialect dialect, String expression, JsonNode data) {
        Map<String, @Nullable Object> attributes = JSON.convertValue(data, new TypeReference<>() {});
        return answer(dialect, expression, attributes);
    }

    static String answer(Dialect dialect, String expression, Map<String, @Nullable Object> data) {
        var compiler = dialect == Dialect.SDK ? FilterCompiler.sdk() : FilterCompiler.standard();
        var result = compiler.compile(expression, "filter");
        if (result.hasErrors()) {
            return dialect == Dialect.SDK
                    ? "error at " + result.issues().get(0).span().start()
                    : REFUSED;
        }
        try {
            return String.valueOf(result.filter().matches(data));
        } catch (FilterEvaluationException e) {
            return "TypeError";
        }
    }

    static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
