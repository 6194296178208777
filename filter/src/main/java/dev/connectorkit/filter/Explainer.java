package dev.connectorkit.filter;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.internal.eval.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks every part of a filter on its own. */
final class Explainer {

    private final Map<String, ? extends @Nullable Object> object;
    private final Predicate<Expr> answers;

    Explainer(Map<String, ? extends @Nullable Object> object, Predicate<Expr> answers) {
        this.object = object;
        this.answers = answers;
    }

    Explanation explain(Expr condition) {
        if (condition instanceof Expr.Or or) {
            List<Explanation> parts = explainAll(or.operands());
            return joined(condition, parts);
        }
        if (condition instanceof Expr.And and) {
            return joined(condition, explainAll(and.operands()));
        }
        if (condition instanceof Expr.Not not) {
            return joined(condition, List.of(explain(not.operand())));
        }
        if (condition instanceof Expr.Comparison comparison && comparesConditions(comparison)) {
            return joined(condition, List.of(explain(comparison.left()), explain(comparison.right())));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (condition instanceof Expr.Comparison comparison) {
            addValue(comparison.left(), values);
            addValue(comparison.right(), values);
        } else if (condition instanceof Expr.Call call) {
            addValue(call.target(), values);
            call.arguments().forEach(argument -> addValue(argument, values));
        } else {
            addValue(condition, values);
        }
        return new Explanation(condition, answers.test(condition), values, List.of());
    }

    private Explanation joined(Expr condition, List<Explanation> parts) {
        return new Explanation(condition, answers.test(condition), Map.of(), parts);
    }

    private List<Explanation> explainAll(List<Expr> conditions) {
        var parts = new ArrayList<Explanation>(conditions.size());
        for (Expr condition : conditions) {
            parts.add(explain(condition));
        }
        return parts;
    }

    private static boolean comparesConditions(Expr.Comparison comparison) {
        return !(isOperand(comparison.left()) && isOperand(comparison.right()));
    }

    private static boolean isOperand(Expr expression) {
        return expression instanceof Expr.Attribute || expression instanceof Expr.Literal;
    }

    private void addValue(Expr operand, Map<String, @Nullable Object> values) {
        if (operand instanceof Expr.Attribute attribute) {
            values.put(attribute.source(), Program.read(object, attribute));
        }
    }
}
