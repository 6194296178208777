package dev.connectorkit.filter.ast;

/**
 * One operation on every kind of expression, chosen by {@link Expr#accept}.
 *
 * @param <R> the type of the operation's result
 */
public interface Visitor<R> {

    /** Visits conditions joined by {@code ||}. */
    R visitOr(Expr.Or or);

    /** Visits conditions joined by {@code &&}. */
    R visitAnd(Expr.And and);

    /** Visits a negated condition. */
    R visitNot(Expr.Not not);

    /** Visits a comparison. */
    R visitComparison(Expr.Comparison comparison);

    /** Visits a method call. */
    R visitCall(Expr.Call call);

    /** Visits an attribute, as a condition or as an operand. */
    R visitAttribute(Expr.Attribute attribute);

    /** Visits a literal. */
    R visitLiteral(Expr.Literal literal);
}
