package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Severity;
import dev.connectorkit.filter.internal.sdk.SdkProgram;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SdkDialectTest {

    @Test
    void answers_are_those_of_the_sdk() {
        assertThat(FilterCompiler.sdk().compile("active").filter().matches(Map.of("active", true)))
                .isFalse();
        assertThat(FilterCompiler.standard().compile("active").filter().matches(Map.of("active", true)))
                .isTrue();
    }

    @Test
    void a_type_error_is_an_evaluation_exception() {
        Filter filter = FilterCompiler.sdk().compile("name.contains(\"x\")").filter();
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("name", null);

        assertThatExceptionOfType(FilterEvaluationException.class)
                .isThrownBy(() -> filter.matches(data))
                .withMessage("Cannot read properties of null (reading 'includes')");
    }

    @Test
    void a_parse_error_is_an_issue_at_the_same_place() {
        FilterResult result = FilterCompiler.sdk().compile("age = 30");

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(IssueCode.SDK_SYNTAX);
            assertThat(issue.span().start()).isEqualTo(4);
        });
        assertThat(FilterCompiler.sdk().compile("s == \"a\\").report()).contains("Unclosed quote");
    }

    @Test
    void there_is_an_expression_where_the_text_is_standard_too() {
        Filter common =
                FilterCompiler.sdk().compile("age == 30 && name.isNull()").filter();
        Filter special = FilterCompiler.sdk().compile("age == 30; name == 1").filter();

        assertThat(common.hasExpression()).isTrue();
        assertThat(common.explain(Map.of("age", 30)).parts())
                .extracting(Explanation::holds)
                .containsExactly(true, false);
        assertThat(special.hasExpression()).isFalse();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(special::expression)
                .withMessageContaining("valid in the SDK dialect only");
    }

    @Test
    void a_filter_works_even_where_the_parser_of_the_standard_dialect_crashes() {
        var crashes = new AtomicInteger();
        Filter filter = Filter.sdk("age == 30", SdkProgram.parse("age == 30"), () -> {
            crashes.incrementAndGet();
            throw new IllegalStateException("a parser's fault");
        });
        Filter deep = Filter.sdk("age == 30", SdkProgram.parse("age == 30"), () -> {
            throw new StackOverflowError();
        });

        assertThat(filter.matches(Map.of("age", 30))).isTrue();
        assertThat(crashes).as("nobody asked for the expression").hasValue(0);
        assertThat(filter.hasExpression()).isFalse();
        assertThat(deep.hasExpression()).isFalse();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(filter::expression);
        assertThat(crashes).as("it is asked for once").hasValue(1);
        assertThat(filter.matches(Map.of("age", 31))).isFalse();
    }

    @Test
    void a_schema_warns_in_this_dialect_too() {
        assertThat(FilterCompiler.sdk()
                        .attribute("type", ValueType.STRING)
                        .compile("typ == \"A\"")
                        .issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.UNKNOWN_ATTRIBUTE);
    }

    @Test
    void an_attribute_that_is_not_known_is_never_an_error_in_this_dialect() {
        FilterResult result = FilterCompiler.sdk()
                .attribute("type", ValueType.STRING)
                .onlyKnownAttributes()
                .compile("typ == \"A\"");

        assertThat(result.hasErrors()).isFalse();
        assertThat(result.issues()).extracting(Issue::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void the_expression_is_made_when_it_is_first_asked_for_and_only_once() {
        var asked = new AtomicInteger();
        Filter filter = Filter.sdk("a == 1", SdkProgram.parse("a == 1"), () -> {
            asked.incrementAndGet();
            return Optional.of(Filter.compile("a == 1").expression());
        });

        assertThat(filter.matches(Map.of("a", 1))).isTrue();
        assertThat(asked).hasValue(0);
        assertThat(filter.expression()).isSameAs(filter.expression());
        assertThat(asked).hasValue(1);
    }
}
