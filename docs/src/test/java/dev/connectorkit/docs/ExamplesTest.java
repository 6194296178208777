package dev.connectorkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the example connectors short enough to be read from top to bottom. */
class ExamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"directory", "groupware"})
    void the_source_of_an_example_is_under_400_lines(String example) throws IOException {
        var lines = 0;
        try (var files = Files.walk(Page.PROJECT.resolve("examples/" + example + "/src/main"))) {
            for (var file : files.filter(each -> each.toString().matches(".*[.](java|kt)"))
                    .toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertThat(lines).as("lines of the example %s", example).isBetween(1, 399);
    }
}
