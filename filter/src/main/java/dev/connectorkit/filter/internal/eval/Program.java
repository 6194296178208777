package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter ready to run. Safe to share. */
public final class Program {

    /** After so many evaluations a filter is worth the tenth of a millisecond that making it faster costs. */
    private static final int HOT = 5_000;

    private final Expr expression;
    private final Condition condition;
    // Both are written without synchronization: whatever a thread sees of them gives the same answers.
    private Specializer.@Nullable Specialized specialized;
    private int evaluations;

    private Program(Expr expression) {
        this.expression = expression;
        this.condition = new ConditionBuilder(false).build(expression);
    }

    /** Compiles a condition. */
    public static Program of(Expr condition) {
        return new Program(condition);
    }

    /** Tells whether the condition holds for {@code data}; never throws. */
    public boolean matches(Map<String, ? extends @Nullable Object> data) {
        Specializer.Specialized fast = specialized;
        return fast == null ? matchesAtFirst(data) : fast.holds(data);
    }

    /** Stays apart, so that what is fast remains small enough to be compiled into its callers. */
    private boolean matchesAtFirst(Map<String, ? extends @Nullable Object> data) {
        int times = evaluations + 1;
        evaluations = times;
        if (times == HOT) {
            specialized = Specializer.specialize(new ConditionBuilder(true).build(expression));
        }
        return condition.holds(data);
    }

    /** Returns the value a path leads to in {@code data}, or null. */
    public static @Nullable Object read(Map<String, ? extends @Nullable Object> data, Expr.Attribute attribute) {
        return Values.read(data, attribute.path());
    }

    /** Returns the value of a numeric text, or null if the text is not numeric. */
    public static @Nullable BigDecimal numeric(String text) {
        return Numbers.parse(text);
    }

    /** Answers a comparison of two literals. */
    public static boolean compare(Expr.Literal left, Expr.Comparison comparison, Expr.Literal right) {
        return Values.compare(left.value(), comparison.operator(), right.value());
    }
}
