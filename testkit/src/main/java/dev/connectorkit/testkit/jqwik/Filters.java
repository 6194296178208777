package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitraries of filters. They shrink towards one short comparison.
 *
 * <p>Values that filters compare with come from the same small ranges as those of {@link Accounts} and {@link
 * Entitlements}, so that some objects match and others do not.
 */
public final class Filters {
    private static final Span NOWHERE = new Span(0, 0);
    private static final int DEPTH = 2;
    private static final int MAX_OPERANDS = 3;

    private static final List<Method> ABSENCE =
            List.of(Method.IS_NULL, Method.NOT_NULL, Method.IS_EMPTY, Method.NOT_EMPTY);
    private static final List<Method> TEXT = List.of(
            Method.STARTS_WITH,
            Method.STARTS_WITH_IGNORE_CASE,
            Method.ENDS_WITH,
            Method.ENDS_WITH_IGNORE_CASE,
            Method.CONTAINS,
            Method.CONTAINS_IGNORE_CASE);
    private static final List<Operator> EQUALITY = List.of(Operator.EQUAL, Operator.NOT_EQUAL);
    private static final List<Operator> ORDER = List.of(
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.LESS,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER,
            Operator.GREATER_OR_EQUAL);

    private Filters() {}

    /**
     * Returns filters of the standard dialect that fit a schema: they name attributes it has, in ways that suit their
     * types, and compiling them against it finds nothing to say.
     *
     * @throws IllegalArgumentException if the schema has no attributes
     */
    public static Arbitrary<Filter> fitting(Schema schema) {
        var compiler = schema.filterCompiler();
        return conditions(schema)
                .map(condition -> compiler.compile(condition.source()))
                .filter(result -> result.issues().isEmpty())
                .map(result -> result.filter());
    }

    /** Returns filters that fit some schema; each names attributes of {@link Specs#accountSchemas()}. */
    public static Arbitrary<Filter> any() {
        return Specs.accountSchemas().flatMap(Filters::fitting);
    }

    private static Arbitrary<Expr> conditions(Schema schema) {
        if (schema.attributes().isEmpty()) {
            throw new IllegalArgumentException("the schema has no attributes that a filter could name");
        }
        return conditions(Arbitraries.of(schema.attributes()).flatMap(Filters::simple), DEPTH);
    }

    private static Arbitrary<Expr> conditions(Arbitrary<Expr> simple, int depth) {
        if (depth == 0) {
            return simple;
        }
        var inner = conditions(simple, depth - 1);
        var several = inner.list().ofMinSize(2).ofMaxSize(MAX_OPERANDS);
        return Arbitraries.frequencyOf(
                Tuple.of(4, simple),
                Tuple.of(1, several.map(operands -> new Expr.And(operands, NOWHERE))),
                Tuple.of(1, several.map(operands -> new Expr.Or(operands, NOWHERE))),
                Tuple.of(1, inner.map(operand -> new Expr.Not(operand, NOWHERE))));
    }

    private static Arbitrary<Expr> simple(SchemaAttribute attribute) {
        var target = new Expr.Attribute(List.of(attribute.name()), NOWHERE);
        var absence = Arbitraries.of(ABSENCE).map(method -> call(target, method, List.of()));
        var literals = SchemaValues.ordinaryValue(attribute).map(Filters::literal);
        if (attribute.isMulti()) {
            return Arbitraries.oneOf(
                    absence,
                    literals.map(literal -> call(target, Method.CONTAINS, List.of(literal))),
                    literals.list()
                            .ofMinSize(1)
                            .ofMaxSize(MAX_OPERANDS)
                            .map(all -> call(target, Method.CONTAINS_ALL, all)));
        }
        if (attribute.type() == AttributeType.STRING) {
            return Arbitraries.oneOf(
                    comparisons(target, EQUALITY, literals),
                    absence,
                    Combinators.combine(Arbitraries.of(TEXT), literals.flatMap(Filters::part))
                            .as((method, text) -> call(target, method, List.of(text))));
        }
        var operators = attribute.type() == AttributeType.BOOLEAN ? EQUALITY : ORDER;
        return Arbitraries.oneOf(comparisons(target, operators, literals), absence);
    }

    private static Arbitrary<Expr> comparisons(Expr target, List<Operator> operators, Arbitrary<Expr> literals) {
        return Combinators.combine(Arbitraries.of(operators), literals)
                .as((operator, literal) -> new Expr.Comparison(target, operator, literal, NOWHERE));
    }

    private static Expr call(Expr.Attribute target, Method method, List<Expr> arguments) {
        return new Expr.Call(target, method, arguments, NOWHERE);
    }

    private static Expr literal(Object value) {
        return new Expr.Literal(value instanceof Number number ? new BigDecimal(number.toString()) : value, NOWHERE);
    }

    /** Returns the beginnings and the ends of a text, of one character or more. */
    private static Arbitrary<Expr> part(Expr literal) {
        var text = literal instanceof Expr.Literal whole ? String.valueOf(whole.value()) : "";
        return Combinators.combine(
                        Arbitraries.integers().between(1, Math.max(1, text.length())), Arbitraries.of(true, false))
                .as((length, start) -> {
                    var end = Math.min(length, text.length());
                    return literal(start ? text.substring(0, end) : text.substring(text.length() - end));
                });
    }
}
