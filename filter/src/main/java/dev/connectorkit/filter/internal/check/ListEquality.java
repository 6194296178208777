package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.check.Schema.Attribute;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** {@code groups == "Admins"}: true if some value equals, which {@code contains} says more clearly. */
final class ListEquality implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (!(part instanceof Expr.Comparison comparison)
                || !comparison.operator().isEquality()) {
            return;
        }
        Expr.Attribute attribute = null;
        Expr.Literal literal = null;
        if (comparison.left() instanceof Expr.Attribute left && comparison.right() instanceof Expr.Literal right) {
            attribute = left;
            literal = right;
        } else if (comparison.left() instanceof Expr.Literal left
                && comparison.right() instanceof Expr.Attribute right) {
            attribute = right;
            literal = left;
        }
        Attribute declared = attribute == null ? null : subject.declared(attribute);
        if (attribute == null || literal == null || literal.value() == null) {
            return;
        }
        if (declared != null && declared.multiValued()) {
            String contains = (comparison.operator().isNegative() ? "!" : "") + subject.source(attribute) + ".contains("
                    + subject.source(literal) + ")";
            findings.add(new Finding(
                    IssueCode.LIST_EQUALITY.at(
                            part.span(),
                            attribute.name(),
                            comparison.operator().isNegative() ? "no value equals" : "some value equals"),
                    List.of(List.of(new Edit(part.span(), contains))),
                    false,
                    part.span()));
        }
    }
}
