package dev.connectorkit.filter.internal.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** 12,000 answers of the TypeScript SDK, recorded. */
class SdkOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Recorded(
            String id,
            String category,
            Map<String, Object> data,
            String expr,
            String outcome,
            @Nullable String errorKind,
            @Nullable Integer errorAt) {
        String answer() {
            return switch (outcome) {
                case "true" -> "T";
                case "false" -> "F";
                default -> "parse".equals(errorKind) ? "parse@" + errorAt : "X";
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> every_recorded_answer_is_given_again() throws IOException {
        var byCategory =
                recorded().stream().collect(groupingBy(Recorded::category, TreeMap::new, groupingBy(Recorded::answer)));
        assertThat(byCategory).hasSize(6);
        return byCategory.entrySet().stream()
                .map(category -> DynamicTest.dynamicTest(
                        category.getKey(), () -> category.getValue().forEach(SdkOracleTest::giveAgain)));
    }

    private static void giveAgain(String answer, List<Recorded> cases) {
        assertThat(cases)
                .allSatisfy(recorded -> assertThat(SdkAnswers.answer(recorded.expr(), recorded.data()))
                        .as(recorded.id())
                        .isEqualTo(answer));
    }

    private static List<Recorded> recorded() throws IOException {
        var resource = Objects.requireNonNull(SdkOracleTest.class.getResourceAsStream("/sdk/oracle.jsonl.gz"));
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))) {
            List<Recorded> cases =
                    JSON.readerFor(Recorded.class).<Recorded>readValues(reader).readAll();
            assertThat(cases).hasSize(12_000);
            return cases;
        }
    }
}
