package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** Conditions that do not depend on the object: {@code true}, {@code 1 == 2}, {@code a == a}. */
final class ConstantConditions implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (part.equals(subject.filter())) {
            checkCondition(part, findings);
        }
        if (part instanceof Expr.Or or) {
            checkAll(or.operands(), findings);
        } else if (part instanceof Expr.And and) {
            checkAll(and.operands(), findings);
        } else if (part instanceof Expr.Not not) {
            checkCondition(not.operand(), findings);
        }
    }

    private static void checkAll(List<Expr> conditions, List<Finding> findings) {
        for (Expr condition : conditions) {
            checkCondition(condition, findings);
        }
    }

    private static void checkCondition(Expr condition, List<Finding> findings) {
        Boolean constant = null;
        if (condition instanceof Expr.Literal literal) {
            constant = (Boolean) literal.value();
        } else if (condition instanceof Expr.Comparison comparison) {
            constant = Truth.constant(comparison);
        }
        if (constant != null) {
            findings.add(Finding.of(IssueCode.CONSTANT_CONDITION.at(condition.span(), constant)));
        }
    }
}
