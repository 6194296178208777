package dev.connectorkit.dsl.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LintGuideTest {
    @Test
    void the_guide_lists_every_rule_with_its_severity() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guide", "spec-lint.md"));
        var table = Arrays.stream(LintRule.values())
                .map(rule -> "| `" + rule.code() + "` | " + rule.severity().text() + " | " + rule.summary() + " |\n")
                .collect(Collectors.joining());

        assertThat(guide).contains(table);
    }
}
