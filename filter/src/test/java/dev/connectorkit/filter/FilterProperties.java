package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Severity;
import dev.connectorkit.filter.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@NullUnmarked // jqwik says nothing of nulls, and these arbitraries are full of them.
class FilterProperties {

    private static final Span NOWHERE = new Span(0, 0);
    private static final Set<IssueCode> SUGGESTING_NAMES =
            Set.of(IssueCode.UNKNOWN_METHOD, IssueCode.UNKNOWN_ATTRIBUTE);

    @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
    void printing_and_compiling_gives_an_equal_expression(@ForAll("conditions") Expr condition) {
        assertThat(Filter.compile(condition.source()).expression()).isEqualTo(condition);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
    void a_filter_answers_any_object_and_its_explanation_agrees(
            @ForAll("conditions") Expr condition, @ForAll("objects") Map<String, @Nullable Object> object) {
        Filter filter = Filter.compile(condition.source());

        boolean matches = filter.matches(object);

        Explanation explanation = filter.explain(object);
        assertThat(explanation.holds()).isEqualTo(matches);
        assertThat(explanation.text()).startsWith(matches ? "true" : "false");
        assertThat(explanation.toJson()).startsWith("{\"expression\":");
        assertThat(Filter.compile("!(" + condition.source() + ")").matches(object))
                .isNotEqualTo(matches);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.MIXIN)
    void a_filter_that_runs_often_goes_on_giving_the_same_answers(
            @ForAll("conditions") Expr condition, @ForAll("objects") Map<String, @Nullable Object> object) {
        Filter filter = Filter.compile(condition.source());
        boolean first = filter.matches(object);

        // Somewhere on the way the filter becomes a class of its own.
        for (int times = 0; times < 6_000; times++) {
            assertThat(filter.matches(object)).isEqualTo(first);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
    void any_text_compiles_or_is_refused_with_suggestions_that_compile(@ForAll("texts") String text) {
        FilterResult result = FilterCompiler.standard().compile(text);

        assertThat(result.issues())
                .isSortedAccordingTo((a, b) -> a.span().start() - b.span().start());
        assertThat(result.hasErrors())
                .isEqualTo(result.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR));
        for (Issue issue : result.issues()) {
            assertThat(issue.span().end()).isLessThanOrEqualTo(text.length());
            for (String suggestion : issue.suggestions()) {
                FilterResult suggested = FilterCompiler.standard().compile(suggestion);
                assertThat(suggested.hasErrors())
                        .as("%s suggests %s for %s", issue.code(), suggestion, text)
                        .isFalse();
            }
        }
        assertThat(result.report().isEmpty()).isEqualTo(result.issues().isEmpty());
        assertThat(result.toJson()).startsWith("[");
        assertThat(result.fixed().text()).isNotNull();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
    void warnings_and_information_suggest_what_compiles(@ForAll("conditions") Expr condition) {
        FilterResult result = FilterCompiler.standard()
                .attribute("a", ValueType.INT)
                .attribute("b", ValueType.BOOLEAN)
                .multiValuedAttribute("groups", ValueType.STRING)
                .compile(condition.source());

        assertThat(result.hasErrors()).isFalse();
        for (Issue issue : result.issues()) {
            assertThat(issue.severity()).isNotEqualTo(Severity.ERROR);
            for (String suggestion : issue.suggestions()) {
                assertThat(SUGGESTING_NAMES.contains(issue.code())
                                || !FilterCompiler.standard()
                                        .compile(suggestion)
                                        .hasErrors())
                        .isTrue();
            }
        }
    }

    @Provide
    Arbitrary<Expr> conditions() {
        return conditions(3);
    }

    private Arbitrary<Expr> conditions(int depth) {
        Arbitrary<Expr> leaf = Arbitraries.oneOf(
                Combinators.combine(operands(), Arbitraries.of(Operator.class), operands())
                        .as((left, operator, right) -> new Expr.Comparison(left, operator, right, NOWHERE)),
                calls(),
                attributes().map(attribute -> attribute),
                Arbitraries.of(true, false).map(flag -> new Expr.Literal(flag, NOWHERE)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expr> inner = conditions(depth - 1);
        Arbitrary<Expr> compared = inner.filter(
                expression -> !(expression instanceof Expr.Attribute) && !(expression instanceof Expr.Literal));
        return Arbitraries.oneOf(
                leaf,
                inner.list().ofMinSize(2).ofMaxSize(4).map(operands -> new Expr.Or(operands, NOWHERE)),
                inner.list().ofMinSize(2).ofMaxSize(4).map(operands -> new Expr.And(operands, NOWHERE)),
                inner.map(operand -> new Expr.Not(operand, NOWHERE)),
                Combinators.combine(compared, Arbitraries.of(Operator.class).filter(Operator::isEquality), compared)
                        .as((left, operator, right) -> new Expr.Comparison(left, operator, right, NOWHERE)));
    }

    private static Arbitrary<Expr> calls() {
        return Arbitraries.of(Method.class).flatMap(method -> {
            int most = Math.min(method.maxArguments(), 3);
            Arbitrary<List<Expr>> arguments =
                    operands().list().ofMinSize(method.minArguments()).ofMaxSize(most);
            return Combinators.combine(attributes(), arguments)
                    .as((target, values) -> new Expr.Call(target, method, values, NOWHERE));
        });
    }

    private static Arbitrary<Expr> operands() {
        return Arbitraries.oneOf(attributes().map(attribute -> attribute), literals());
    }

    private static Arbitrary<Expr.Attribute> attributes() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("a", "b", "groups", "true", "And", "isNull", "first name", "größe", "x$1", "1st"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(6).filter(name -> name.indexOf('`') < 0));
        return names.list().ofMinSize(1).ofMaxSize(3).map(path -> new Expr.Attribute(path, NOWHERE));
    }

    private static Arbitrary<Expr> literals() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.of("30", " 1 ", "true", "x", ""),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                                .ofScale(6),
                        Arbitraries.integers().between(-3, 31).map(BigDecimal::valueOf),
                        Arbitraries.of(true, false),
                        Arbitraries.just(null))
                .map(value -> new Expr.Literal(value, NOWHERE));
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "groups", "true", "first name", "x$1"), values(3));
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(5),
                Arbitraries.of("30", "true", "", "1e400", "-.5"),
                Arbitraries.integers().between(-3, 31),
                Arbitraries.longs(),
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -0.0, 0.1f),
                Arbitraries.bigDecimals(),
                Arbitraries.of(true, false),
                Arbitraries.just(null));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<Object> inner = values(depth - 1);
        return Arbitraries.oneOf(
                scalar,
                inner.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(Arbitraries.of("a", "b", "isNull"), inner)
                        .ofMaxSize(3)
                        .map(map -> map));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tokens = Arbitraries.of(
                "a",
                "b.c",
                "`x y`",
                "\"s\"",
                "'t'",
                "1",
                "-2.5",
                "true",
                "null",
                "True",
                "==",
                "!=",
                "===",
                "<",
                ">=",
                "&&",
                "||",
                "!",
                "(",
                ")",
                "{",
                "}",
                "[",
                "]",
                ",",
                ".",
                ";",
                "=",
                "&",
                "|",
                "<>",
                "?",
                ":",
                "?.",
                "??",
                "+",
                "-",
                "/",
                "//",
                "and",
                "or",
                "not",
                "in",
                "a.isNull()",
                "a.contains(",
                "a.containsAll({",
                "isNull(a)",
                "a.isnull()",
                "\"C:\\d\"",
                "\\\"",
                "\"",
                "'",
                "`",
                "“",
                "”",
                "≠",
                "\u00A0",
                "@",
                "\uD800",
                "😀",
                "5.",
                ".5",
                "0x1F",
                "1e400",
                "\n",
                "\t",
                "a.contains",
                "``");
        Arbitrary<String> mixed = tokens.list().ofMaxSize(12).map(list -> String.join(" ", list));
        Arbitrary<String> dense = tokens.list().ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(mixed, dense, Arbitraries.strings().ofMaxLength(30), mutations());
    }

    private Arbitrary<String> mutations() {
        Arbitrary<String> sources = conditions(2).map(Expr::source);
        Arbitrary<String> insertions = Arbitraries.strings().ascii().ofMaxLength(2);
        return Combinators.combine(
                        sources,
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 3),
                        insertions)
                .as((source, place, removed, inserted) -> {
                    int from = place % (source.length() + 1);
                    int to = Math.min(source.length(), from + removed);
                    return source.substring(0, from) + inserted + source.substring(to);
                });
    }
}
