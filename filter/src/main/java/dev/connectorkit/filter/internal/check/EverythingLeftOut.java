package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** A filter that matches every object: on the platform nothing would be left. */
final class EverythingLeftOut implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        // Parts that equal the whole are the whole: an expression cannot contain itself.
        if (part.equals(subject.filter()) && Boolean.TRUE.equals(Truth.of(part, subject))) {
            findings.add(Finding.of(IssueCode.LEAVES_OUT_EVERYTHING.at(part.span())));
        }
    }
}
