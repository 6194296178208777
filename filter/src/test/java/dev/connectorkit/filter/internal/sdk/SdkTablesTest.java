package dev.connectorkit.filter.internal.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operator and method of the SDK over values of every type, as measured; one row per value of {@code v}. */
class SdkTablesTest {

    @TestFactory
    List<DynamicNode> measured_tables() throws IOException {
        List<DynamicNode> tables = new ArrayList<>();
        for (String table : resource().split("(?m)^# ", -1)) {
            if (!table.isEmpty()) {
                List<String> lines = table.lines().toList();
                tables.add(DynamicContainer.dynamicContainer(lines.get(0), rows(lines)));
            }
        }
        assertThat(tables).hasSize(14);
        return tables;
    }

    private static Stream<DynamicTest> rows(List<String> lines) {
        List<String> arguments = List.of(lines.get(1).split("\t", -1));
        return lines.stream().skip(2).map(line -> {
            List<String> row = List.of(line.split("\t", -1));
            String data = row.get(0).isEmpty() ? "{}" : "{\"v\":" + row.get(0) + "}";
            return DynamicTest.dynamicTest(data, () -> {
                assertThat(row).hasSameSizeAs(arguments);
                for (int column = 1; column < row.size(); column++) {
                    String argument = arguments.get(column).equals("(none)") ? "" : arguments.get(column);
                    String expression = lines.get(0).replace("…", argument);
                    assertThat(SdkAnswers.answer(expression, data))
                            .as(expression)
                            .isEqualTo(row.get(column));
                }
            });
        });
    }

    private static String resource() throws IOException {
        try (var stream = Objects.requireNonNull(SdkTablesTest.class.getResourceAsStream("/sdk/tables.tsv"))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
