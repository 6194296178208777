package dev.connectorkit.cli.filter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.connectorkit.filter.Dialect;
import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.FilterEvaluationException;
import dev.connectorkit.filter.FilterResult;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.Severity;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Answers recorded cases, for conformance runs.",
        footer = {
            "",
            "A case is a line {\"id\",\"data\",\"expr\"}; its answer is a line",
            "{\"id\",\"outcome\":\"true|false|throws\",\"errorKind\":\"parse|type|null\",\"errorAt\":n|null},",
            "in the same order. Positions count UTF-16 code units."
        })
final class TestFilters implements Callable<Integer> {
    private static final ObjectReader CASE = JsonObjects.JSON
            .readerFor(Case.class)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A line of the file; there may be more in it. */
    record Case(
            @JsonProperty(value = "id", required = true) JsonNode id,
            @JsonProperty(value = "data", required = true) Map<String, @Nullable Object> data,
            @JsonProperty(value = "expr", required = true) String expression) {}

    private record Answer(
            String outcome,
            @Nullable String errorKind,
            @Nullable Integer errorAt) {}

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            required = true,
            description = "standard, or sdk: what the TypeScript SDK does.")
    private Dialect dialect = Dialect.STANDARD;

    @Option(names = "--cases", paramLabel = "FILE", required = true, description = "The cases, one JSON object a line.")
    private Path cases = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FilterCompiler compiler = FilterArguments.compiler(dialect);
        var output = new BufferedWriter(spec.commandLine().getOut());
        try (BufferedReader input = Files.newBufferedReader(cases);
                JsonGenerator json = JsonObjects.JSON.createGenerator(output)) {
            // An answer can then be printed whatever the terminal's encoding is.
            json.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);
            json.setRootValueSeparator(null);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            int number = 0;
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Case recorded = recorded(line, number);
                    write(json, recorded.id(), answer(compiler, recorded));
                }
            }
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "--cases: there is no file " + cases, e);
        }
        output.flush();
        return 0;
    }

    private Case recorded(String line, int number) {
        try {
            return CASE.readValue(JsonObjects.withPlainSurrogates(line));
        } catch (JsonProcessingException e) {
            String place = cases + ", line " + number + ": ";
            throw new ParameterException(spec.commandLine(), "--cases: " + place + JsonObjects.problem(e), e);
        }
    }

    private static Answer answer(FilterCompiler compiler, Case recorded) {
        FilterResult result = compiler.compile(recorded.expression());
        if (result.hasErrors()) {
            return new Answer("throws", "parse", firstError(result).span().start());
        }
        try {
            return new Answer(String.valueOf(result.filter().matches(recorded.data())), null, null);
        } catch (FilterEvaluationException e) {
            return new Answer("throws", "type", null);
        }
    }

    private static Issue firstError(FilterResult result) {
        return result.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
    }

    private static void write(JsonGenerator json, JsonNode id, Answer answer) throws IOException {
        json.writeStartObject();
        json.writePOJOField("id", id);
        json.writeStringField("outcome", answer.outcome());
        json.writeStringField("errorKind", answer.errorKind());
        json.writePOJOField("errorAt", answer.errorAt());
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
