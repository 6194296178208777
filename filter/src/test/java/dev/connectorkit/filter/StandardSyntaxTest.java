package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted, and what is refused where and why: {@code standard/refused.tsv} holds position, code and filter. */
class StandardSyntaxTest {

    @ParameterizedTest(name = "{2} is refused at {0}")
    @CsvFileSource(
            resources = "/standard/refused.tsv",
            delimiter = '\t',
            quoteCharacter = '\u0001',
            maxCharsPerColumn = 1000,
            ignoreLeadingAndTrailingWhitespace = false)
    void what_cannot_mean_something_is_refused(int position, String code, String filter) {
        FilterResult result = FilterCompiler.standard().compile(filter);

        assertThat(result.hasErrors()).isTrue();
        Issue first = result.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(first.code().code()).isEqualTo(code);
        assertThat(first.span().start()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a==1&&b<2||!c",
                " a\u2003==\u3000 1\n",
                "a . b . c == 1",
                "a.true == 1 && a.null.and == 2",
                "`true` == 1 && `and`.or == 2",
                "contains.contains(\"x\")",
                "a.`isNull` == 1",
                "((a)) == ((1))",
                "!!!a",
                "a == -5 && a<-5 && a == +5e-3",
                "name.contains(part)",
                "a.containsAll({\"x\", y}, [1, (z)], null)",
                "\u00e9t\u00e9 == 'multi\nline'",
                "straße_1$ == 1",
                "a == true && (a == 1) != false",
                "null == null",
                "true == a.isNull()"
            })
    void what_the_grammar_allows_compiles(String filter) {
        FilterResult result = FilterCompiler.standard().compile(filter);

        assertThat(result.hasErrors()).as(result.report()).isFalse();
    }

    @Test
    void five_hundred_levels_are_allowed_and_one_more_is_not() {
        String allowed = "!(".repeat(250) + "a" + ")".repeat(250);

        assertThat(FilterCompiler.standard().compile(allowed).hasErrors()).isFalse();
        Issue issue =
                FilterCompiler.standard().compile("!(" + allowed + ")").issues().get(0);
        assertThat(issue.code()).isEqualTo(IssueCode.NESTED_TOO_DEEPLY);
        assertThat(issue.span().start()).isEqualTo(500);
        assertThat(FilterCompiler.standard().maxNesting(1).compile("((a))").hasErrors())
                .isTrue();
    }

    @Test
    void chains_calls_and_dots_do_not_nest() {
        String chain = "!a || (b) && ".repeat(2_000) + "a.contains(\"x\")";
        String path = "a" + ".a".repeat(5_000);

        assertThat(FilterCompiler.standard().maxNesting(1).compile(chain).hasErrors())
                .isFalse();
        assertThat(FilterCompiler.standard().maxNesting(1).compile(path).hasErrors())
                .isFalse();
        assertThat(FilterCompiler.standard()
                        .maxNesting(1)
                        .compile("(a.contains(\"x\"))")
                        .hasErrors())
                .isFalse();
    }

    @Test
    void the_length_is_limited() {
        String longest = "a" + " ".repeat(FilterCompiler.DEFAULT_MAX_LENGTH - 1);

        assertThat(FilterCompiler.standard().compile(longest).hasErrors()).isFalse();
        assertThat(FilterCompiler.standard().compile(longest + " ").issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.FILTER_TOO_LONG);
        assertThat(FilterCompiler.standard().maxLength(3).compile("a==1").hasErrors())
                .isTrue();
    }

    @Test
    void all_errors_are_found_at_once() {
        FilterResult result = FilterCompiler.standard().compile("a == 1 || b = 2 and c.isnull() || !d == \"x\"");

        assertThat(result.issues())
                .extracting(Issue::code)
                .containsExactly(
                        IssueCode.SINGLE_CHARACTER_OPERATOR,
                        IssueCode.WORD_OPERATOR,
                        IssueCode.UNKNOWN_METHOD,
                        IssueCode.NEGATED_OPERAND);
        assertThat(result.fixed().filter().text()).isEqualTo("a == 1 || b == 2 && c.isNull() || !(d == \"x\")");
    }
}
