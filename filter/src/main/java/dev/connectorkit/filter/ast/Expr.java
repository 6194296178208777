package dev.connectorkit.filter.ast;

import dev.connectorkit.filter.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a filter. Expressions are immutable; two are equal if they say the same, wherever in a text
 * they stand: spans and parentheses do not count. {@code toString()} is the {@link #source()}.
 */
public sealed interface Expr {

    /** Returns the place in the filter text this part was read from, without enclosing parentheses. */
    Span span();

    /** Calls the visitor's method for this kind of expression. */
    <R> R accept(Visitor<R> visitor);

    /** Returns text that compiles to an equal expression, with the parentheses it needs and no others. */
    default String source() {
        return Printer.print(this);
    }

    /**
     * At least two conditions of which one must hold.
     *
     * @param operands the conditions, in the order written
     */
    record Or(List<Expr> operands, Span span) implements Expr {
        /** Copies the operands. */
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOr(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Or that && operands.equals(that.operands);
        }

        @Override
        public int hashCode() {
            return 31 * operands.hashCode() + 1;
        }

        @Override
        public String toString() {
            return source();
        }
    }

    /**
     * At least two conditions that must all hold.
     *
     * @param operands the conditions, in the order written
     */
    record And(List<Expr> operands, Span span) implements Expr {
        /** Copies the operands. */
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAnd(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof And that && operands.equals(that.operands);
        }

        @Override
        public int hashCode() {
            return 31 * operands.hashCode() + 2;
        }

        @Override
        public String toString() {
            return source();
        }
    }

    /** A condition that must not hold. */
    record Not(Expr operand, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNot(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Not that && operand.equals(that.operand);
        }

        @Override
        public int hashCode() {
            return 31 * operand.hashCode() + 3;
        }

        @Override
        public String toString() {
            return source();
        }
    }

    /** Two operands compared, or, by an equality operator, two conditions. */
    record Comparison(Expr left, Operator operator, Expr right, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitComparison(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Comparison that
                    && operator == that.operator
                    && left.equals(that.left)
                    && right.equals(that.right);
        }

        @Override
        public int hashCode() {
            return Objects.hash(left, operator.symbol(), right);
        }

        @Override
        public String toString() {
            return source();
        }
    }

    /**
     * A method called on an attribute.
     *
     * @param target the attribute
     * @param arguments attributes and literals; lists are spread
     */
    record Call(Attribute target, Method method, List<Expr> arguments, Span span) implements Expr {
        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Call that
                    && method == that.method
                    && target.equals(that.target)
                    && arguments.equals(that.arguments);
        }

        @Override
        public int hashCode() {
            return Objects.hash(target, method.methodName(), arguments);
        }

        @Override
        public String toString() {
            return source();
        }
    }

    /**
     * An attribute, or a path into a nested object.
     *
     * @param path at least one name; the first is the attribute, the others lead into its value
     */
    record Attribute(List<String> path, Span span) implements Expr {
        /** Copies the path. */
        public Attribute {
            path = List.copyOf(path);
        }

        /** Returns the attribute's name, the first of the path. */
        public String name() {
            return path.get(0);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAttribute(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Attribute that && path.equals(that.path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }

        @Override
        public String toString() {
            return source();
        }
    }

    /**
     * A text, number, boolean or null. Numbers are equal by value: 1 is 1.0.
     *
     * @param value a {@link String}, {@link BigDecimal}, {@link Boolean} or null
     */
    record Literal(@Nullable Object value, Span span) implements Expr {
        /** Requires one of the four kinds of value. */
        public Literal {
            if (!(value == null
                    || value instanceof String
                    || value instanceof BigDecimal
                    || value instanceof Boolean)) {
                throw new IllegalArgumentException("value: expected a String, BigDecimal, Boolean or null, but got "
                        + value.getClass().getName());
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLiteral(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Literal that)) {
                return false;
            }
            return (value instanceof BigDecimal number && that.value instanceof BigDecimal another)
                    ? number.compareTo(another) == 0
                    : Objects.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return value instanceof BigDecimal number
                    ? number.stripTrailingZeros().hashCode()
                    : Objects.hashCode(value);
        }

        @Override
        public String toString() {
            return source();
        }
    }
}
