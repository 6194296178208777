package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.parse.Finding;
import dev.connectorkit.filter.internal.parse.SyntaxNode;
import dev.connectorkit.filter.internal.parse.SyntaxNode.ChainKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may stand as a condition and what as an operand, and makes expressions of it. A part that
 * was refused becomes a literal that stands in for it.
 */
public final class ExpressionChecker {

    private final String text;
    private final List<Finding> findings;
    private final CallChecker calls;

    /** Makes a checker of the tree of {@code text}. */
    public ExpressionChecker(String text, List<Finding> findings) {
        this.text = text;
        this.findings = findings;
        this.calls = new CallChecker(text, findings);
    }

    /** Returns {@code node} as a condition. */
    public Expr condition(SyntaxNode node) {
        return condition(node, null);
    }

    /** @param before the comparison that {@code ||} or {@code &&} joins with this node, if there is one */
    private Expr condition(SyntaxNode node, SyntaxNode.@Nullable Chain before) {
        if (node instanceof SyntaxNode.Chain chain) {
            return chain.kind() == ChainKind.COMPARISON ? comparison(chain) : joined(chain);
        }
        if (node instanceof SyntaxNode.Negation negation) {
            return new Expr.Not(condition(negation.operand()), negation.span());
        }
        if (node instanceof SyntaxNode.Group group) {
            return condition(group.inner(), before);
        }
        if (node instanceof SyntaxNode.Reference reference) {
            return literalCondition(calls.reference(reference), before);
        }
        if (node instanceof SyntaxNode.Constant constant) {
            return literalCondition(new Expr.Literal(constant.value(), constant.span()), before);
        }
        return standIn(node.span());
    }

    private Expr joined(SyntaxNode.Chain chain) {
        var operands = new ArrayList<Expr>(chain.operands().size());
        SyntaxNode.Chain before = null;
        for (SyntaxNode operand : chain.operands()) {
            operands.add(condition(operand, before));
            if (operand instanceof SyntaxNode.Chain comparison && comparison.kind() == ChainKind.COMPARISON) {
                before = comparison;
            }
        }
        return chain.kind() == ChainKind.OR
                ? new Expr.Or(operands, chain.span())
                : new Expr.And(operands, chain.span());
    }

    private Expr literalCondition(Expr expression, SyntaxNode.@Nullable Chain before) {
        if (!(expression instanceof Expr.Literal literal) || literal.value() instanceof Boolean) {
            return expression;
        }
        Span span = literal.span();
        Issue issue = IssueCode.LITERAL_AS_CONDITION.at(span, describe(literal));
        if (before == null || before.operands().size() != 2) {
            findings.add(Finding.of(issue));
        } else {
            String repeated = new Span(
                            before.span().start(),
                            before.operands().get(1).span().start())
                    .of(text);
            findings.add(Finding.of(issue, new Span(span.start(), span.start()), repeated)
                    .within(before.span().to(span)));
        }
        return standIn(span);
    }

    private static String describe(Expr.Literal literal) {
        if (literal.value() == null) {
            return "`null`";
        }
        return literal.value() instanceof String ? "a text" : "a number";
    }

    private Expr comparison(SyntaxNode.Chain chain) {
        if (chain.operands().size() > 2) {
            return chained(chain);
        }
        Operator operator = chain.comparisons().get(0);
        Span place = chain.operators().get(0);
        SyntaxNode left = chain.operands().get(0);
        SyntaxNode right = chain.operands().get(1);
        if (left instanceof SyntaxNode.Negation || right instanceof SyntaxNode.Negation) {
            negatedSide(chain, operator);
            condition(left);
            if (!(right instanceof SyntaxNode.Negation)) {
                calls.side(strip(right));
            }
            return standIn(chain.span());
        }
        Side leftSide = Side.of(strip(left));
        Side rightSide = Side.of(strip(right));
        Expr leftExpr = side(strip(left));
        Expr rightExpr = side(strip(right));
        if (!leftSide.fits(rightSide, operator)) {
            mismatched(chain, leftSide, rightSide);
            return standIn(chain.span());
        }
        if (leftSide == Side.MISSING || rightSide == Side.MISSING) {
            return standIn(place);
        }
        return new Expr.Comparison(leftExpr, operator, rightExpr, chain.span());
    }

    private Expr chained(SyntaxNode.Chain chain) {
        Span second = chain.operators().get(1);
        Issue issue = IssueCode.CHAINED_COMPARISON.at(second);
        if (chain.operands().size() == 3) {
            String middle = chain.operands().get(1).span().of(text);
            findings.add(Finding.of(issue, new Span(second.start(), second.start()), "&& " + middle + " ")
                    .within(chain.span()));
        } else {
            findings.add(Finding.of(issue));
        }
        for (SyntaxNode operand : chain.operands()) {
            if (!(operand instanceof SyntaxNode.Negation)) {
                side(strip(operand));
            }
        }
        return standIn(chain.span());
    }

    private void negatedSide(SyntaxNode.Chain chain, Operator operator) {
        SyntaxNode left = chain.operands().get(0);
        SyntaxNode right = chain.operands().get(1);
        Span place = chain.operators().get(0);
        Issue issue = IssueCode.NEGATED_OPERAND.at(place, operator.symbol());
        var edits = new ArrayList<Edit>();
        boolean leftNegated = left instanceof SyntaxNode.Negation;
        boolean rightNegated = right instanceof SyntaxNode.Negation;
        boolean conditions = (leftNegated || Side.of(strip(left)).isCondition())
                && (rightNegated || Side.of(strip(right)).isCondition());
        if (conditions && operator.isEquality()) {
            if (leftNegated) {
                edits.addAll(inParentheses(left.span()));
            }
            if (rightNegated) {
                edits.addAll(inParentheses(right.span()));
            }
        } else if (!rightNegated) {
            SyntaxNode inner = left;
            while (inner instanceof SyntaxNode.Negation negation) {
                inner = negation.operand();
            }
            edits.addAll(inParentheses(inner.span().to(right.span())));
        } else if (!leftNegated && operator.isEquality()) {
            Operator opposite = switch (operator) {
                case EQUAL -> Operator.NOT_EQUAL;
                case NOT_EQUAL -> Operator.EQUAL;
                case STRICTLY_EQUAL -> Operator.NOT_STRICTLY_EQUAL;
                default -> Operator.STRICTLY_EQUAL;
            };
            edits.add(new Edit(place, opposite.symbol()));
            edits.add(new Edit(((SyntaxNode.Negation) right).operator(), ""));
        }
        List<List<Edit>> mendings = edits.isEmpty() ? List.of() : List.of(List.copyOf(edits));
        findings.add(new Finding(issue, mendings, true, chain.span()));
    }

    private static List<Edit> inParentheses(Span span) {
        return List.of(
                new Edit(new Span(span.start(), span.start()), "("), new Edit(new Span(span.end(), span.end()), ")"));
    }

    private void mismatched(SyntaxNode.Chain chain, Side left, Side right) {
        Operator operator = chain.comparisons().get(0);
        Issue issue = IssueCode.MISMATCHED_COMPARISON.at(
                chain.operators().get(0), operator.symbol(), left.description(), right.description());
        var edits = new ArrayList<Edit>();
        for (SyntaxNode operand : chain.operands()) {
            SyntaxNode side = strip(operand);
            if (side instanceof SyntaxNode.Reference reference && reference.arguments() == null) {
                edits.add(new Edit(operand.span(), "(" + side.span().of(text) + " == true)"));
            } else if (side instanceof SyntaxNode.Constant constant && constant.value() instanceof String value) {
                if (value.equals("true") || value.equals("false")) {
                    edits.add(new Edit(operand.span(), value));
                }
            }
        }
        boolean mended = !edits.isEmpty() && operator.isEquality();
        findings.add(new Finding(issue, mended ? List.of(List.copyOf(edits)) : List.of(), true, chain.span()));
    }

    private Expr side(SyntaxNode stripped) {
        return Side.of(stripped) == Side.CONDITION && !(stripped instanceof SyntaxNode.Reference)
                ? condition(stripped)
                : calls.side(stripped);
    }

    static SyntaxNode strip(SyntaxNode node) {
        SyntaxNode inner = node;
        while (inner instanceof SyntaxNode.Group group) {
            inner = group.inner();
        }
        return inner;
    }

    static Expr standIn(Span span) {
        return new Expr.Literal(true, span);
    }

    /** What a side of a comparison is, its parentheses aside. */
    private enum Side {
        OPERAND("an attribute or literal"),
        CONDITION("a condition"),
        BOOLEAN("a boolean"),
        MISSING("nothing");

        private final String description;

        Side(String description) {
            this.description = description;
        }

        static Side of(SyntaxNode node) {
            if (node instanceof SyntaxNode.Reference reference) {
                if (reference.arguments() == null) {
                    return OPERAND;
                }
                // What a function that does not exist would return is anyone's guess.
                return reference.path().size() == 1 ? MISSING : CONDITION;
            }
            if (node instanceof SyntaxNode.Constant constant) {
                return constant.value() instanceof Boolean ? BOOLEAN : OPERAND;
            }
            return node instanceof SyntaxNode.Missing ? MISSING : CONDITION;
        }

        boolean isCondition() {
            return this == CONDITION || this == BOOLEAN;
        }

        boolean fits(Side other, Operator operator) {
            if (this == MISSING || other == MISSING) {
                return true;
            }
            boolean operands = this != CONDITION && other != CONDITION;
            return operands || (isCondition() && other.isCondition() && operator.isEquality());
        }

        String description() {
            return description;
        }
    }

    /** Returns the method nearest to {@code name} in spelling, exact included, best first. */
    static List<String> nearestMethods(String name) {
        if (Method.named(name) != null) {
            return List.of(name);
        }
        var names = new ArrayList<String>();
        for (Method method : Method.values()) {
            names.add(method.methodName());
        }
        return NearestNames.of(name, names);
    }
}
