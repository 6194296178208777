package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.HashSet;
import java.util.List;

/** Clauses of a chain that say the same, or the opposite, of another. */
final class RepeatedClauses implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (part instanceof Expr.Or or) {
            check(or.operands(), true, subject, findings);
        } else if (part instanceof Expr.And and) {
            check(and.operands(), false, subject, findings);
        }
    }

    private static void check(List<Expr> operands, boolean alternatives, Subject subject, List<Finding> findings) {
        var seen = new HashSet<Truth.Signed>();
        for (Expr operand : operands) {
            if (!seen.add(Truth.Signed.of(operand))) {
                findings.add(Finding.of(IssueCode.DUPLICATE_CLAUSE.at(operand.span(), subject.source(operand))));
            }
        }
        Truth.Pair pair = Truth.opposites(operands, alternatives, subject);
        if (pair != null) {
            IssueCode code = alternatives ? IssueCode.TAUTOLOGY : IssueCode.CONTRADICTION;
            findings.add(Finding.of(code.at(
                    pair.first().span().to(pair.second().span()),
                    "`" + subject.source(pair.first()) + "`",
                    "`" + subject.source(pair.second()) + "`")));
        }
    }
}
