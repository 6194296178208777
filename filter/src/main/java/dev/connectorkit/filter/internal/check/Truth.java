package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.internal.check.Schema.Attribute;
import dev.connectorkit.filter.internal.eval.Program;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said of a condition's answer without an object. */
final class Truth {

    private Truth() {}

    /** A condition without its negations, and whether it is negated: {@code a != 1} is {@code a == 1}, negated. */
    record Signed(Expr condition, boolean positive) {
        Signed negated() {
            return new Signed(condition, !positive);
        }

        static Signed of(Expr expression) {
            boolean positive = true;
            Expr inner = expression;
            while (inner instanceof Expr.Not not) {
                inner = not.operand();
                positive = !positive;
            }
            if (inner instanceof Expr.Comparison comparison) {
                return ofComparison(comparison, positive);
            }
            if (inner instanceof Expr.Call call) {
                Method opposite = switch (call.method()) {
                    case NOT_NULL -> Method.IS_NULL;
                    case NOT_EMPTY -> Method.IS_EMPTY;
                    default -> null;
                };
                if (opposite != null) {
                    return new Signed(new Expr.Call(call.target(), opposite, call.arguments(), call.span()), !positive);
                }
            }
            return new Signed(inner, positive);
        }

        private static Signed ofComparison(Expr.Comparison comparison, boolean positive) {
            Operator operator = comparison.operator();
            Expr left = comparison.left();
            Expr right = comparison.right();
            if (left instanceof Expr.Literal && right instanceof Expr.Attribute) {
                operator = operator.mirrored();
                left = comparison.right();
                right = comparison.left();
            }
            boolean negative = operator.isNegative();
            if (negative) {
                operator = operator == Operator.NOT_EQUAL ? Operator.EQUAL : Operator.STRICTLY_EQUAL;
            }
            return new Signed(new Expr.Comparison(left, operator, right, comparison.span()), positive != negative);
        }
    }

    /** Returns the answer if it is the same for every object, else null. */
    static @Nullable Boolean of(Expr condition, Subject subject) {
        if (condition instanceof Expr.Literal literal) {
            return literal.value() instanceof Boolean flag ? flag : null;
        }
        if (condition instanceof Expr.Not not) {
            Boolean answer = of(not.operand(), subject);
            return answer == null ? null : Boolean.valueOf(!answer);
        }
        if (condition instanceof Expr.Or or) {
            return ofJoined(or.operands(), true, subject);
        }
        if (condition instanceof Expr.And and) {
            return ofJoined(and.operands(), false, subject);
        }
        return condition instanceof Expr.Comparison comparison ? ofComparison(comparison, subject) : null;
    }

    private static @Nullable Boolean ofComparison(Expr.Comparison comparison, Subject subject) {
        Boolean constant = constant(comparison);
        if (constant != null) {
            return constant;
        }
        return Typing.impossibility(comparison, subject) == null
                ? null
                : Boolean.valueOf(comparison.operator().isNegative());
    }

    /** Returns the answer of a comparison whose operands alone decide it. */
    static @Nullable Boolean constant(Expr.Comparison comparison) {
        Operator operator = comparison.operator();
        if (comparison.left() instanceof Expr.Literal left && comparison.right() instanceof Expr.Literal right) {
            return Program.compare(left, comparison, right);
        }
        if (comparison.left() instanceof Expr.Attribute && comparison.left().equals(comparison.right())) {
            return operator.isEquality() ? Boolean.valueOf(!operator.isNegative()) : null;
        }
        boolean unordered = !operator.isEquality() && (hasNoOrder(comparison.left()) || hasNoOrder(comparison.right()));
        return unordered ? Boolean.FALSE : null;
    }

    private static boolean hasNoOrder(Expr operand) {
        return operand instanceof Expr.Literal literal
                && (literal.value() == null || literal.value() instanceof Boolean);
    }

    private static @Nullable Boolean ofJoined(List<Expr> operands, boolean decisive, Subject subject) {
        boolean open = false;
        for (Expr operand : operands) {
            Boolean answer = of(operand, subject);
            if (answer != null && answer == decisive) {
                return decisive;
            }
            open |= answer == null;
        }
        if (open) {
            return opposites(operands, decisive, subject) == null ? null : Boolean.valueOf(decisive);
        }
        return !decisive;
    }

    /** Two operands that decide a chain together. */
    record Pair(Expr first, Expr second) {}

    /**
     * Returns two operands of which one always holds, where {@code ||} joins them, or that never hold both,
     * where {@code &&} does; null if there are none.
     */
    static @Nullable Pair opposites(List<Expr> operands, boolean alternatives, Subject subject) {
        Map<Signed, Expr> seen = new HashMap<>();
        Map<Expr, Expr.Comparison> values = new HashMap<>();
        for (Expr operand : operands) {
            Signed signed = Signed.of(operand);
            Expr opposite = seen.get(signed.negated());
            if (opposite != null) {
                return new Pair(opposite, operand);
            }
            seen.putIfAbsent(signed, operand);
            // Of a single value, two equalities cannot both hold, nor can two inequalities both fail.
            if (signed.positive() != alternatives
                    && signed.condition() instanceof Expr.Comparison comparison
                    && isExact(comparison, subject)) {
                Expr.Comparison other = values.putIfAbsent(comparison.left(), comparison);
                if (other != null && !sameValue(other.right(), comparison.right())) {
                    Expr first = seen.get(new Signed(other, signed.positive()));
                    return new Pair(first == null ? other : first, operand);
                }
            }
        }
        return null;
    }

    private static boolean isExact(Expr.Comparison comparison, Subject subject) {
        Attribute declared = subject.declared(comparison.left());
        if (declared == null
                || declared.multiValued()
                || !comparison.operator().isEquality()
                || !(comparison.right() instanceof Expr.Literal literal)) {
            return false;
        }
        return switch (declared.kind()) {
            case TEXT -> literal.value() instanceof String;
            case FLAG -> literal.value() instanceof Boolean;
            case INT, LONG -> literal.value() instanceof BigDecimal;
        };
    }

    private static boolean sameValue(Expr first, Expr second) {
        Object a = ((Expr.Literal) first).value();
        Object b = ((Expr.Literal) second).value();
        return (a instanceof BigDecimal one && b instanceof BigDecimal two)
                ? one.compareTo(two) == 0
                : java.util.Objects.equals(a, b);
    }
}
