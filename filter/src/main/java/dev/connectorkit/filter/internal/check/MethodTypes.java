package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.internal.check.Schema.Attribute;
import dev.connectorkit.filter.internal.check.Schema.Kind;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** Methods for text called on booleans and numbers, and elements looked for that a list cannot have. */
final class MethodTypes implements Rule {

    @Override
    public void check(Expr part, Subject subject, List<Finding> findings) {
        if (!(part instanceof Expr.Call call) || call.method().minArguments() == 0) {
            return;
        }
        Attribute declared = subject.declared(call.target());
        if (declared == null || (declared.kind() == Kind.TEXT && !wrongElement(call, declared))) {
            return;
        }
        boolean wholeElements = call.method() == Method.CONTAINS || call.method() == Method.CONTAINS_ALL;
        boolean fits = declared.multiValued() && wholeElements && !wrongElement(call, declared);
        if (!fits) {
            String name = "`" + call.target().name() + "`";
            String kind = declared.kind().description();
            String why = declared.multiValued()
                    ? "the values of " + name + " are " + kind.substring(kind.indexOf(' ') + 1) + "s"
                    : name + " is " + kind;
            findings.add(Finding.of(
                    IssueCode.METHOD_UNSUITED.at(part.span(), call.method().methodName(), why)));
        }
    }

    /** Elements are looked for without conversion. */
    private static boolean wrongElement(Expr.Call call, Attribute declared) {
        boolean strict = call.method() == Method.CONTAINS || call.method() == Method.CONTAINS_ALL;
        return declared.multiValued() && strict && hasOtherKind(call.arguments(), declared.kind());
    }

    private static boolean hasOtherKind(List<Expr> arguments, Kind kind) {
        for (Expr argument : arguments) {
            if (argument instanceof Expr.Literal literal && literal.value() != null) {
                boolean same = switch (kind) {
                    case TEXT -> literal.value() instanceof String;
                    case FLAG -> literal.value() instanceof Boolean;
                    case INT, LONG -> literal.value() instanceof Number;
                };
                if (!same) {
                    return true;
                }
            }
        }
        return false;
    }
}
