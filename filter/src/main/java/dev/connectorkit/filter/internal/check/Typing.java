package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.internal.check.Schema.Attribute;
import dev.connectorkit.filter.internal.check.Schema.Kind;
import dev.connectorkit.filter.internal.eval.Program;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which comparisons with a literal an attribute's declared type decides beforehand. */
final class Typing {

    private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private Typing() {}

    /** Returns why the comparison can never be equal or in order, or null if it may be. */
    static @Nullable String impossibility(Expr.Comparison comparison, Subject subject) {
        Attribute left = subject.declared(comparison.left());
        if (left != null && comparison.right() instanceof Expr.Literal literal) {
            return impossibility(subject.source(comparison.left()), left.kind(), comparison.operator(), literal);
        }
        Attribute right = subject.declared(comparison.right());
        if (right != null && comparison.left() instanceof Expr.Literal literal) {
            return impossibility(subject.source(comparison.right()), right.kind(), comparison.operator(), literal);
        }
        return null;
    }

    private static @Nullable String impossibility(String name, Kind kind, Operator operator, Expr.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return null;
        }
        String is = "`" + name + "` is " + kind.description();
        boolean clash = operator.isEquality()
                ? !(operator.isStrict() ? sameKind(kind, value) : canEqual(kind, value))
                : !canOrder(kind, value);
        if (!clash) {
            return null;
        }
        return kind == Kind.FLAG && !operator.isEquality()
                ? is + ", and booleans have no order"
                : is + ", and " + literal.source() + " is not one";
    }

    private static boolean sameKind(Kind kind, Object value) {
        return switch (kind) {
            case TEXT -> value instanceof String;
            case FLAG -> value instanceof Boolean;
            case INT, LONG -> value instanceof BigDecimal number && isWithin(kind, number);
        };
    }

    private static boolean canEqual(Kind kind, Object value) {
        BigDecimal number = numeric(value);
        return switch (kind) {
            case TEXT -> true;
            case FLAG ->
                value instanceof Boolean
                        || value.equals("true")
                        || value.equals("false")
                        || (number != null && (number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0));
            case INT, LONG -> value instanceof Boolean || (number != null && isWithin(kind, number));
        };
    }

    private static boolean canOrder(Kind kind, Object value) {
        return switch (kind) {
            case TEXT -> !(value instanceof Boolean);
            case FLAG -> false;
            case INT, LONG -> numeric(value) != null;
        };
    }

    private static @Nullable BigDecimal numeric(Object value) {
        return value instanceof String text
                ? Program.numeric(text)
                : value instanceof BigDecimal number ? number : null;
    }

    private static boolean isWithin(Kind kind, BigDecimal number) {
        BigDecimal min = kind == Kind.INT ? MIN_INT : MIN_LONG;
        BigDecimal max = kind == Kind.INT ? MAX_INT : MAX_LONG;
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return whole && min.compareTo(number) <= 0 && number.compareTo(max) <= 0;
    }
}
