package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.check.Schema.Attribute;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** {@code containsIgnoreCase} on several values, which unlike {@code contains} looks for parts of them. */
final class ElementOrPart implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (!(part instanceof Expr.Call call) || call.method() != Method.CONTAINS_IGNORE_CASE) {
            return;
        }
        Attribute declared = subject.declared(call.target());
        if (declared != null && declared.multiValued() && declared.kind() == Schema.Kind.TEXT) {
            var whole = new Expr.Call(call.target(), Method.CONTAINS_ALL_IGNORE_CASE, call.arguments(), call.span());
            findings.add(new Finding(
                    IssueCode.ELEMENT_OR_PART.at(part.span(), call.target().name()),
                    List.of(List.of(new Edit(part.span(), whole.source()))),
                    false,
                    part.span()));
        }
    }
}
