package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Severity;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** Attributes the schema does not have; of a path the first name counts. */
final class UnknownAttributes implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (!(part instanceof Expr.Attribute attribute)
                || !subject.schema().isKnown()
                || subject.schema().attribute(attribute.name()) != null) {
            return;
        }
        String name = attribute.name();
        int start = attribute.span().start();
        boolean quoted = subject.text().charAt(start) == '`';
        var span = new Span(start, start + name.length() + (quoted ? 2 : 0));
        Issue issue = IssueCode.UNKNOWN_ATTRIBUTE.at(span, name);
        if (subject.schema().closed()) {
            issue = issue.withSeverity(Severity.ERROR);
        }
        List<String> near = NearestNames.of(name, subject.schema().attributes().keySet()).stream()
                .map(other -> new Expr.Attribute(List.of(other), span).source())
                .toList();
        List<List<Edit>> mendings =
                near.stream().map(other -> List.of(new Edit(span, other))).toList();
        findings.add(new Finding(issue.suggesting(near, List.of()), mendings, true, span));
    }
}
