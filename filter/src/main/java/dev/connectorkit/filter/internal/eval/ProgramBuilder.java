package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.ast.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Chains steps from the last to the first. Evaluation has no side effects and cannot fail, so tests may
 * change places: equality tests on one attribute are gathered from wherever {@code ||} joins them.
 */
final class ProgramBuilder {

    Step build(Expr expression, Step whenTrue, Step whenFalse) {
        if (expression instanceof Expr.Comparison comparison) {
            return comparison(comparison, whenTrue, whenFalse);
        }
        if (expression instanceof Expr.Call call) {
            return at(call.target().path(), call(call, whenTrue, whenFalse));
        }
        if (expression instanceof Expr.Not not) {
            return build(not.operand(), whenFalse, whenTrue);
        }
        if (expression instanceof Expr.Or or) {
            return any(or, whenTrue, whenFalse);
        }
        if (expression instanceof Expr.And and) {
            return all(and, whenTrue, whenFalse);
        }
        if (expression instanceof Expr.Attribute attribute) {
            List<String> path = attribute.path();
            return at(path, new Comparisons.EqualsBoolean(path, true, false, whenTrue, whenFalse));
        }
        return Boolean.TRUE.equals(((Expr.Literal) expression).value()) ? whenTrue : whenFalse;
    }

    private Step any(Expr.Or or, Step whenTrue, Step whenFalse) {
        List<Object> parts = EqualityGroups.ofAlternatives(or);
        Step next = whenFalse;
        for (int i = parts.size() - 1; i >= 0; i--) {
            next = part(parts.get(i), whenTrue, next);
        }
        return next;
    }

    private Step all(Expr.And and, Step whenTrue, Step whenFalse) {
        List<Object> parts = EqualityGroups.ofRequirements(and);
        Step next = whenTrue;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Object part = parts.get(i);
            // A group says that one of its equalities holds, which here must not be.
            next = part instanceof EqualityGroups.Group
                    ? part(part, whenFalse, next)
                    : build(((EqualityGroups.Signed) part), next, whenFalse);
        }
        return next;
    }

    private Step part(Object part, Step whenTrue, Step whenFalse) {
        if (part instanceof EqualityGroups.Group group) {
            Step step = group.texts() != null
                    ? new EqualsAnyText(group.path(), group.texts(), whenTrue, whenFalse)
                    : new EqualsAnyNumber(group.path(), group.numbers(), whenTrue, whenFalse);
            return at(group.path(), step);
        }
        return build((EqualityGroups.Signed) part, whenTrue, whenFalse);
    }

    private Step build(EqualityGroups.Signed signed, Step whenTrue, Step whenFalse) {
        return signed.positive()
                ? build(signed.expression(), whenTrue, whenFalse)
                : build(signed.expression(), whenFalse, whenTrue);
    }

    /** Leads a step that reads one value to the object in which it finds it. */
    private static Step at(List<String> path, Step step) {
        boolean leads = path.size() > 1 && step instanceof Reading;
        return leads ? new Nested(path, step, step.whenTrue, step.whenFalse) : step;
    }

    private Step comparison(Expr.Comparison comparison, Step whenTrue, Step whenFalse) {
        Operator operator = comparison.operator();
        if (operator.isNegative()) {
            Operator positive = operator == Operator.NOT_EQUAL ? Operator.EQUAL : Operator.STRICTLY_EQUAL;
            return positive(comparison.left(), positive, comparison.right(), whenFalse, whenTrue);
        }
        return positive(comparison.left(), operator, comparison.right(), whenTrue, whenFalse);
    }

    private Step positive(Expr left, Operator operator, Expr right, Step whenTrue, Step whenFalse) {
        if (left instanceof Expr.Attribute attribute && right instanceof Expr.Literal literal) {
            return at(attribute.path(), withLiteral(attribute.path(), operator, literal, whenTrue, whenFalse));
        }
        if (left instanceof Expr.Literal literal && right instanceof Expr.Attribute attribute) {
            List<String> path = attribute.path();
            return at(path, withLiteral(path, operator.mirrored(), literal, whenTrue, whenFalse));
        }
        if (left instanceof Expr.Attribute first && right instanceof Expr.Attribute second) {
            return new Comparisons.ComparesAttributes(first.path(), operator, second.path(), whenTrue, whenFalse);
        }
        if (left instanceof Expr.Literal first && right instanceof Expr.Literal second) {
            return Values.compare(first.value(), operator, second.value()) ? whenTrue : whenFalse;
        }
        return new Comparisons.ComparesConditions(Program.of(left), Program.of(right), whenTrue, whenFalse);
    }

    private static Step withLiteral(
            List<String> path, Operator operator, Expr.Literal literal, Step whenTrue, Step whenFalse) {
        Object value = literal.value();
        if (value instanceof BigDecimal number) {
            return operator == Operator.STRICTLY_EQUAL
                    ? new StrictNumber(path, number, whenTrue, whenFalse)
                    : new Comparisons.ComparesNumber(path, operator, new NumberConstant(number), whenTrue, whenFalse);
        }
        if (value instanceof String text) {
            return operator.isEquality()
                    ? new Comparisons.EqualsText(path, text, operator.isStrict(), whenTrue, whenFalse)
                    : new Comparisons.OrdersText(path, operator, text, whenTrue, whenFalse);
        }
        if (!operator.isEquality()) {
            // Nothing comes before or after a boolean or null.
            return whenFalse;
        }
        return value instanceof Boolean flag
                ? new Comparisons.EqualsBoolean(path, flag, operator.isStrict(), whenTrue, whenFalse)
                : new Comparisons.EqualsNull(path, whenTrue, whenFalse);
    }

    private static Step call(Expr.Call call, Step whenTrue, Step whenFalse) {
        List<String> path = call.target().path();
        Method method = call.method();
        switch (method) {
            case IS_NULL -> {
                return new Calls.IsNull(path, whenTrue, whenFalse);
            }
            case NOT_NULL -> {
                return new Calls.IsNull(path, whenFalse, whenTrue);
            }
            case IS_EMPTY -> {
                return new Calls.IsEmpty(path, whenTrue, whenFalse);
            }
            case NOT_EMPTY -> {
                return new Calls.IsEmpty(path, whenFalse, whenTrue);
            }
            default -> {
                return withArguments(call, path, method, whenTrue, whenFalse);
            }
        }
    }

    private static Step withArguments(Expr.Call call, List<String> path, Method method, Step whenTrue, Step whenFalse) {
        var texts = new ArrayList<String>(call.arguments().size());
        for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.Literal literal && literal.value() instanceof String text) {
                texts.add(text);
            }
        }
        if (texts.size() == call.arguments().size()) {
            String first = texts.get(0);
            switch (method) {
                case CONTAINS, CONTAINS_ALL -> {
                    return new Calls.ContainsTexts(path, texts, whenTrue, whenFalse);
                }
                case STARTS_WITH -> {
                    return new Calls.StartsWith(path, first, whenTrue, whenFalse);
                }
                case ENDS_WITH -> {
                    return new Calls.EndsWith(path, first, whenTrue, whenFalse);
                }
                case STARTS_WITH_IGNORE_CASE -> {
                    return new Calls.StartsWithIgnoreCase(path, Texts.lower(first), whenTrue, whenFalse);
                }
                case ENDS_WITH_IGNORE_CASE -> {
                    return new Calls.EndsWithIgnoreCase(path, Texts.lower(first), whenTrue, whenFalse);
                }
                default -> {}
            }
        }
        return new Calls.Other(path, method, call.arguments(), whenTrue, whenFalse);
    }

    /** {@code a === 1}: rare enough to need no fast way. */
    private static final class StrictNumber extends Reading {
        private final BigDecimal number;

        StrictNumber(List<String> path, BigDecimal number, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.number = number;
        }

        @Override
        boolean test(java.util.Map<String, ? extends @org.jspecify.annotations.Nullable Object> data) {
            Object value = data.get(name);
            return value != null && Values.equal(value, number, true);
        }
    }
}
