package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.parse.Finding;
import dev.connectorkit.filter.internal.parse.SyntaxNode;
import dev.connectorkit.filter.internal.parse.SyntaxNode.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks paths, method calls and arguments. */
final class CallChecker {

    private final String text;
    private final List<Finding> findings;

    CallChecker(String text, List<Finding> findings) {
        this.text = text;
        this.findings = findings;
    }

    /** Returns an attribute, a literal or a call. */
    Expr side(SyntaxNode node) {
        if (node instanceof SyntaxNode.Reference reference) {
            return reference(reference);
        }
        return node instanceof SyntaxNode.Constant constant
                ? new Expr.Literal(constant.value(), constant.span())
                : ExpressionChecker.standIn(node.span());
    }

    /** Returns an attribute or a call; a literal where a reserved word was written in another case. */
    Expr reference(SyntaxNode.Reference reference) {
        return reference.arguments() == null
                ? attribute(reference, reference.path())
                : call(reference, reference.arguments());
    }

    private Expr attribute(SyntaxNode.Reference reference, List<Name> names) {
        Name first = names.get(0);
        if (!first.quoted() && isReserved(first.text())) {
            return reserved(reference, names);
        }
        var path = new ArrayList<String>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            if (name.text().isEmpty()) {
                findings.add(Finding.of(IssueCode.EMPTY_NAME.at(name.span())));
            }
            if (i > 0 && !name.quoted() && Method.named(name.text()) != null) {
                uncalled(reference, name);
            }
            path.add(name.text());
        }
        Span span = first.span().to(names.get(names.size() - 1).span());
        return new Expr.Attribute(path, span);
    }

    private void uncalled(SyntaxNode.Reference reference, Name name) {
        Issue issue = IssueCode.UNCALLED_METHOD.at(name.span(), name.text());
        Method method = Method.named(name.text());
        boolean last = name.equals(reference.last()) && reference.arguments() == null;
        int end = name.span().end();
        findings.add(
                last && method != null && method.accepts(0)
                        ? Finding.of(issue, new Span(end, end), "()").within(reference.span())
                        : Finding.of(issue));
    }

    private Expr reserved(SyntaxNode.Reference reference, List<Name> names) {
        Name first = names.get(0);
        String word = first.text().toLowerCase(Locale.ROOT);
        boolean literal = names.size() == 1 && !(word.equals("and") || word.equals("or") || word.equals("not"));
        String right = literal ? word : "`" + first.text() + "`";
        String advice = literal ? "`" + word + "`" : "an attribute of that name in backticks";
        Issue issue = IssueCode.RESERVED_WORD.at(first.span(), first.text(), advice);
        findings.add(Finding.of(issue, first.span(), right));
        if (!literal) {
            return ExpressionChecker.standIn(reference.span());
        }
        Boolean value = word.equals("null") ? null : Boolean.valueOf(word);
        return new Expr.Literal(value, reference.span());
    }

    private static boolean isReserved(String name) {
        int length = name.length();
        return length >= 2
                && length <= 5
                && (name.equalsIgnoreCase("and")
                        || name.equalsIgnoreCase("or")
                        || name.equalsIgnoreCase("not")
                        || name.equalsIgnoreCase("null")
                        || name.equalsIgnoreCase("true")
                        || name.equalsIgnoreCase("false"));
    }

    private Expr call(SyntaxNode.Reference reference, List<SyntaxNode> nodes) {
        var arguments = new ArrayList<Expr>(nodes.size());
        boolean complete = true;
        for (SyntaxNode node : nodes) {
            arguments.add(argument(node));
            complete &= !(node instanceof SyntaxNode.Missing);
        }
        List<Name> path = reference.path();
        if (path.size() == 1) {
            function(reference, nodes);
            return ExpressionChecker.standIn(reference.span());
        }
        Expr target = attribute(reference, path.subList(0, path.size() - 1));
        Name name = reference.last();
        Method method = name.quoted() ? null : Method.named(name.text());
        if (method == null) {
            unknown(name);
            return ExpressionChecker.standIn(reference.span());
        }
        if (!method.accepts(arguments.size()) && complete) {
            miscounted(reference, method, nodes);
            return ExpressionChecker.standIn(reference.span());
        }
        return target instanceof Expr.Attribute attribute
                ? new Expr.Call(attribute, method, arguments, reference.span())
                : target;
    }

    private Expr argument(SyntaxNode node) {
        SyntaxNode inner = ExpressionChecker.strip(node);
        Span condition = firstConditionToken(inner);
        if (condition != null) {
            findings.add(Finding.of(IssueCode.CONDITION_AS_ARGUMENT.at(condition)));
            return ExpressionChecker.standIn(node.span());
        }
        return side(inner);
    }

    /** Returns the place from which on {@code node} can be no operand, or null if it is one. */
    private static @org.jspecify.annotations.Nullable Span firstConditionToken(SyntaxNode node) {
        SyntaxNode inner = ExpressionChecker.strip(node);
        if (inner instanceof SyntaxNode.Negation negation) {
            return negation.operator();
        }
        if (inner instanceof SyntaxNode.Chain chain) {
            Span first = firstConditionToken(chain.operands().get(0));
            return first == null ? chain.operators().get(0) : first;
        }
        return inner instanceof SyntaxNode.Reference reference && reference.arguments() != null
                ? reference.last().span()
                : null;
    }

    private void function(SyntaxNode.Reference reference, List<SyntaxNode> nodes) {
        Name name = reference.last();
        Issue issue = IssueCode.FUNCTION_CALL.at(name.span(), name.text());
        List<String> methods = name.quoted() ? List.of() : ExpressionChecker.nearestMethods(name.text());
        SyntaxNode receiver = nodes.isEmpty() ? null : ExpressionChecker.strip(nodes.get(0));
        if (methods.isEmpty() || !(receiver instanceof SyntaxNode.Reference target) || target.arguments() != null) {
            findings.add(Finding.of(issue));
            return;
        }
        var mended = new StringBuilder(target.span().of(text))
                .append('.')
                .append(methods.get(0))
                .append('(');
        for (int i = 1; i < nodes.size(); i++) {
            mended.append(i > 1 ? ", " : "").append(nodes.get(i).span().of(text));
        }
        findings.add(Finding.of(issue, reference.span(), mended.append(')').toString())
                .within(reference.span()));
    }

    private void unknown(Name name) {
        Issue issue = IssueCode.UNKNOWN_METHOD.at(name.span(), name.text());
        List<String> near = ExpressionChecker.nearestMethods(name.text());
        List<List<Edit>> mendings = near.stream()
                .map(method -> List.of(new Edit(name.span(), method)))
                .toList();
        findings.add(new Finding(issue.suggesting(near, List.of()), mendings, true, name.span()));
    }

    private void miscounted(SyntaxNode.Reference reference, Method method, List<SyntaxNode> nodes) {
        Issue issue = IssueCode.ARGUMENT_COUNT.at(
                reference.last().span(), method.methodName(), expected(method), counted(nodes.size()));
        if (nodes.isEmpty()) {
            findings.add(Finding.of(issue));
            return;
        }
        int open = reference.last().span().end();
        var arguments = new Span(open, reference.span().end());
        if (method.maxArguments() == 0) {
            findings.add(Finding.of(issue, arguments, "()").within(reference.span()));
        } else if (method == Method.CONTAINS || method == Method.CONTAINS_IGNORE_CASE) {
            Method all = method == Method.CONTAINS ? Method.CONTAINS_ALL : Method.CONTAINS_ALL_IGNORE_CASE;
            findings.add(Finding.ofChoices(
                            issue, reference.span(), List.of(oneForEach(reference, nodes), withMethod(reference, all)))
                    .within(reference.span()));
        } else {
            findings.add(Finding.ofChoices(issue, reference.span(), List.of(oneForEach(reference, nodes)))
                    .within(reference.span()));
        }
    }

    private String withMethod(SyntaxNode.Reference reference, Method method) {
        Span name = reference.last().span();
        return text.substring(reference.span().start(), name.start())
                + method.methodName()
                + text.substring(name.end(), reference.span().end());
    }

    private String oneForEach(SyntaxNode.Reference reference, List<SyntaxNode> nodes) {
        String called =
                text.substring(reference.span().start(), reference.last().span().end());
        var alternatives = new ArrayList<String>();
        for (SyntaxNode node : nodes) {
            alternatives.add(called + "(" + node.span().of(text) + ")");
        }
        return "(" + String.join(" || ", alternatives) + ")";
    }

    private static String expected(Method method) {
        if (method.maxArguments() == Integer.MAX_VALUE) {
            return "one argument or more";
        }
        return method.maxArguments() == 0 ? "no argument" : "one argument";
    }

    private static String counted(int arguments) {
        return arguments == 0 ? "none" : Integer.toString(arguments);
    }
}
