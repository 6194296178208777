package dev.connectorkit.filter;

import static dev.connectorkit.filter.Dialect.SDK;
import static dev.connectorkit.filter.Dialect.STANDARD;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.connectorkit.filter.Differences.Agreement;
import dev.connectorkit.filter.Differences.Example;
import dev.connectorkit.filter.Differences.Rule;
import dev.connectorkit.filter.ast.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferencesTest {

    @ParameterizedTest
    @MethodSource("dev.connectorkit.filter.Differences#rules")
    void the_dialects_differ_as_the_rule_says(Rule rule) {
        assertThat(rule.examples()).isNotEmpty().allSatisfy(example -> {
            assertThat(Differences.answer(SDK, example.expr(), example.data()))
                    .as("SDK: %s", example.expr())
                    .isEqualTo(example.sdk());
            assertThat(Differences.answer(STANDARD, example.expr(), example.data()))
                    .as("STANDARD: %s", example.expr())
                    .isEqualTo(example.standard())
                    .isNotEqualTo(example.sdk());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.connectorkit.filter.Differences#rules")
    void what_is_refused_is_refused_for_the_reason_of_the_rule(Rule rule) {
        if (rule.refuses()) {
            assertThat(rule.examples())
                    .allSatisfy(example -> assertThat(FilterCompiler.standard()
                                    .compile(example.expr(), "filter")
                                    .issues())
                            .as(example.expr())
                            .extracting(issue -> issue.code().code())
                            .contains(rule.code()));
        } else {
            assertThat(rule.examples()).noneMatch(example -> example.standard().equals("refused"));
        }
    }

    @Test
    void a_rule_is_listed_once() {
        assertThat(Differences.rules()).extracting(Rule::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.connectorkit.filter.Differences#agreements")
    void the_dialects_agree(Agreement agreement) {
        assertThat(Differences.answer(SDK, agreement.expr(), agreement.data())).isEqualTo(agreement.answer());
        assertThat(Differences.answer(STANDARD, agreement.expr(), agreement.data()))
                .isEqualTo(agreement.answer());
    }

    @Test
    void every_method_is_among_the_agreements_or_the_differences() {
        var expressions = Stream.concat(
                        Differences.agreements().stream().map(Agreement::expr),
                        Differences.rules().stream()
                                .flatMap(rule -> rule.examples().stream())
                                .map(Example::expr))
                .collect(toSet());

        assertThat(Method.values())
                .allSatisfy(method -> assertThat(expressions)
                        .as(method.methodName())
                        .anyMatch(expression -> expression.contains("." + method.methodName() + "(")));
    }

    @Test
    void the_guide_shows_these_rules_and_agreements() throws IOException {
        Path page = Path.of("..", "docs", "guide", "filter-differences.md");
        String expected = DifferencesPage.of(Differences.rules(), Differences.agreements());
        if (Boolean.getBoolean("filter.guide.write")) {
            Files.writeString(page, expected);
        }

        assertThat(page)
                .as("the page is out of date; run this test with -Dfilter.guide.write=true to write it")
                .hasContent(expected);
    }

    @Test
    void a_cell_of_the_guide_survives_bars_and_line_breaks() {
        var rule = new Rule("a-rule", "A rule.", "A reason.", List.of());
        var agreement = new Agreement("a || b\n== 1", NullNode.instance, "true");

        assertThat(DifferencesPage.of(List.of(rule), List.of(agreement)))
                .contains("| `a \\|\\| b⏎== 1` | `null` | true |");
    }
}
