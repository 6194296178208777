package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.ast.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes conditions of expressions. Evaluation has no side effects and cannot fail, so tests may change places: equality
 * tests on one attribute are gathered from wherever {@code ||} joins them.
 */
final class ConditionBuilder {

    private final boolean interning;

    /**
     * @param interning whether names and texts are interned, which takes a while. JSON parsers and compilers intern names
     *     too: a map then finds a key without comparing text, and so are values that are constants of a program.
     */
    ConditionBuilder(boolean interning) {
        this.interning = interning;
    }

    Condition build(Expr expression) {
        if (expression instanceof Expr.Comparison comparison) {
            return comparison(comparison);
        }
        if (expression instanceof Expr.Call call) {
            return call(call);
        }
        if (expression instanceof Expr.Not not) {
            return not(build(not.operand()));
        }
        if (expression instanceof Expr.Or or) {
            return any(or);
        }
        if (expression instanceof Expr.And and) {
            return all(and);
        }
        if (expression instanceof Expr.Attribute attribute) {
            return at(attribute, new Comparisons.EqualsBoolean(name(attribute), true, false));
        }
        return new Condition.Constant(Boolean.TRUE.equals(((Expr.Literal) expression).value()));
    }

    private static Condition not(Condition condition) {
        return condition instanceof Condition.Not not ? not.negated() : new Condition.Not(condition);
    }

    private Condition any(Expr.Or or) {
        var conditions = new ArrayList<Condition>();
        for (Object part : EqualityGroups.ofAlternatives(or)) {
            conditions.add(
                    part instanceof EqualityGroups.Group group ? group(group) : signed((EqualityGroups.Signed) part));
        }
        return any(conditions);
    }

    private Condition all(Expr.And and) {
        var conditions = new ArrayList<Condition>();
        for (Object part : EqualityGroups.ofRequirements(and)) {
            // A group says that one of its equalities holds, which here must not be.
            conditions.add(
                    part instanceof EqualityGroups.Group group
                            ? not(group(group))
                            : signed((EqualityGroups.Signed) part));
        }
        return all(conditions);
    }

    /** Joins in the shape of a tree, so that long chains neither recurse deeply nor are too deep to be inlined. */
    private static Condition any(List<Condition> conditions) {
        int middle = conditions.size() / 2;
        return middle == 0
                ? conditions.get(0)
                : new Condition.Or(
                        any(conditions.subList(0, middle)), any(conditions.subList(middle, conditions.size())));
    }

    private static Condition all(List<Condition> conditions) {
        int middle = conditions.size() / 2;
        return middle == 0
                ? conditions.get(0)
                : new Condition.And(
                        all(conditions.subList(0, middle)), all(conditions.subList(middle, conditions.size())));
    }

    private Condition group(EqualityGroups.Group group) {
        String name = name(group.attribute());
        List<String> texts = group.texts();
        return at(
                group.attribute(),
                texts == null
                        ? new EqualsAnyNumber(name, group.numbers())
                        : new EqualsAnyText(name, texts.stream().map(this::text).toList()));
    }

    private Condition signed(EqualityGroups.Signed signed) {
        Condition condition = build(signed.expression());
        return signed.positive() ? condition : not(condition);
    }

    /** Leads a condition on one value to the object in which it finds it. */
    private static Condition at(Expr.Attribute attribute, Condition condition) {
        List<String> path = attribute.path();
        return path.size() == 1 ? condition : new Nested(path.subList(0, path.size() - 1), condition);
    }

    private String name(Expr.Attribute attribute) {
        List<String> path = attribute.path();
        return text(path.get(path.size() - 1));
    }

    private String text(String text) {
        return interning ? text.intern() : text;
    }

    private Condition comparison(Expr.Comparison comparison) {
        Operator operator = comparison.operator();
        if (operator.isNegative()) {
            Operator positive = operator == Operator.NOT_EQUAL ? Operator.EQUAL : Operator.STRICTLY_EQUAL;
            return not(positive(comparison.left(), positive, comparison.right()));
        }
        return positive(comparison.left(), operator, comparison.right());
    }

    private Condition positive(Expr left, Operator operator, Expr right) {
        if (left instanceof Expr.Attribute attribute && right instanceof Expr.Literal literal) {
            return at(attribute, withLiteral(name(attribute), operator, literal));
        }
        if (left instanceof Expr.Literal literal && right instanceof Expr.Attribute attribute) {
            return at(attribute, withLiteral(name(attribute), operator.mirrored(), literal));
        }
        if (left instanceof Expr.Attribute first && right instanceof Expr.Attribute second) {
            return new Comparisons.ComparesAttributes(first.path(), operator, second.path());
        }
        if (left instanceof Expr.Literal first && right instanceof Expr.Literal second) {
            return new Condition.Constant(Values.compare(first.value(), operator, second.value()));
        }
        return new Comparisons.ComparesConditions(build(left), build(right));
    }

    private Condition withLiteral(String name, Operator operator, Expr.Literal literal) {
        Object value = literal.value();
        if (value instanceof BigDecimal number) {
            return operator == Operator.STRICTLY_EQUAL
                    ? new Comparisons.StrictlyEqualsNumber(name, number)
                    : Comparisons.ComparesNumber.of(name, operator, number);
        }
        if (value instanceof String text) {
            return operator.isEquality()
                    ? new Comparisons.EqualsText(name, text(text), operator.isStrict())
                    : new Comparisons.OrdersText(name, operator, text);
        }
        if (!operator.isEquality()) {
            // Nothing comes before or after a boolean or null.
            return new Condition.Constant(false);
        }
        return value instanceof Boolean flag
                ? new Comparisons.EqualsBoolean(name, flag, operator.isStrict())
                : new Comparisons.EqualsNull(name);
    }

    private Condition call(Expr.Call call) {
        Expr.Attribute target = call.target();
        String name = name(target);
        return switch (call.method()) {
            case IS_NULL -> at(target, new Calls.IsNull(name));
            case NOT_NULL -> not(at(target, new Calls.IsNull(name)));
            case IS_EMPTY -> at(target, new Calls.IsEmpty(name));
            case NOT_EMPTY -> not(at(target, new Calls.IsEmpty(name)));
            default -> withArguments(call, name);
        };
    }

    private Condition withArguments(Expr.Call call, String name) {
        Method method = call.method();
        var texts = new ArrayList<String>(call.arguments().size());
        for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.Literal literal && literal.value() instanceof String text) {
                texts.add(text(text));
            }
        }
        Condition general = new Calls.Other(call.target().path(), method, call.arguments());
        if (texts.size() != call.arguments().size()) {
            return general;
        }
        String first = texts.get(0);
        return switch (method) {
            case CONTAINS, CONTAINS_ALL -> at(call.target(), new Calls.ContainsTexts(name, texts));
            case STARTS_WITH -> at(call.target(), new Calls.StartsWith(name, first));
            case ENDS_WITH -> at(call.target(), new Calls.EndsWith(name, first));
            case STARTS_WITH_IGNORE_CASE -> at(call.target(), new Calls.StartsWithIgnoreCase(name, Texts.lower(first)));
            case ENDS_WITH_IGNORE_CASE -> at(call.target(), new Calls.EndsWithIgnoreCase(name, Texts.lower(first)));
            default -> general;
        };
    }
}
