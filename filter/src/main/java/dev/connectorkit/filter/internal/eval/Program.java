package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter ready to run. Immutable; safe to share. */
public final class Program {

    private final Step first;

    Program(Step first) {
        this.first = first;
    }

    /** Compiles a condition. */
    public static Program of(Expr condition) {
        return new Program(new ProgramBuilder().build(condition, Step.MATCH, Step.NO_MATCH));
    }

    /** Tells whether the condition holds for {@code data}; never throws. */
    public boolean matches(Map<String, ? extends @Nullable Object> data) {
        Step step = first;
        while (step != Step.MATCH && step != Step.NO_MATCH) {
            // A test of the class is cheaper than a virtual call, and the compiler can see through it.
            boolean holds;
            if (step instanceof Comparisons.EqualsText equality) {
                holds = equality.test(data);
            } else if (step instanceof Comparisons.ComparesNumber comparison) {
                holds = comparison.test(data);
            } else if (step instanceof Calls.IsNull check) {
                holds = check.test(data);
            } else if (step instanceof Calls.IsEmpty check) {
                holds = check.test(data);
            } else {
                holds = step.test(data);
            }
            step = holds ? step.whenTrue : step.whenFalse;
        }
        return step == Step.MATCH;
    }

    /** Returns the value a path leads to in {@code data}, or null. */
    public static @Nullable Object read(Map<String, ? extends @Nullable Object> data, Expr.Attribute attribute) {
        return Reading.read(data, attribute.path());
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
