package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** Comparisons whose answer the declared type gives away. */
final class ComparisonTypes implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (part instanceof Expr.Comparison comparison) {
            String why = Typing.impossibility(comparison, subject);
            if (why != null) {
                IssueCode code = comparison.operator().isNegative() ? IssueCode.ALWAYS_HOLDS : IssueCode.NEVER_HOLDS;
                findings.add(Finding.of(code.at(part.span(), why)));
            }
        }
    }
}
