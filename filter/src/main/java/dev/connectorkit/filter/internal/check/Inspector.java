package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** Applies every rule to every part of a filter. */
public final class Inspector {

    private static final Rule UNKNOWN_ATTRIBUTES = new UnknownAttributes();

    private static final List<Rule> OF_SOUND_FILTERS = List.of(
            UNKNOWN_ATTRIBUTES,
            new ComparisonTypes(),
            new MethodTypes(),
            new ConstantConditions(),
            new RepeatedClauses(),
            new EverythingLeftOut(),
            new ListEquality(),
            new ElementOrPart());

    private Inspector() {}

    /** Inspects a filter without errors. */
    public static void inspect(String text, Expr filter, Schema schema, List<Finding> findings) {
        walk(filter, new Subject(text, filter, schema), OF_SOUND_FILTERS, findings);
    }

    /** Inspects a filter with errors: only what can be said of a part whatever the rest should have been. */
    public static void inspectFaulty(String text, Expr filter, Schema schema, List<Finding> findings) {
        walk(filter, new Subject(text, filter, schema), List.of(UNKNOWN_ATTRIBUTES), findings);
    }

    private static void walk(Expr part, Subject subject, List<Rule> rules, List<Finding> findings) {
        for (Rule rule : rules) {
            rule.check(part, subject, findings);
        }
        if (part instanceof Expr.Or or) {
            walkAll(or.operands(), subject, rules, findings);
        } else if (part instanceof Expr.And and) {
            walkAll(and.operands(), subject, rules, findings);
        } else if (part instanceof Expr.Not not) {
            walk(not.operand(), subject, rules, findings);
        } else if (part instanceof Expr.Comparison comparison) {
            walk(comparison.left(), subject, rules, findings);
            walk(comparison.right(), subject, rules, findings);
        } else if (part instanceof Expr.Call call) {
            walk(call.target(), subject, rules, findings);
            walkAll(call.arguments(), subject, rules, findings);
        }
    }

    private static void walkAll(List<Expr> parts, Subject subject, List<Rule> rules, List<Finding> findings) {
        for (Expr part : parts) {
            walk(part, subject, rules, findings);
        }
    }
}
