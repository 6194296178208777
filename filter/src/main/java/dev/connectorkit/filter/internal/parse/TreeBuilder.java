package dev.connectorkit.filter.internal.parse;

import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.ArgumentContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.ArgumentsContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.ComparisonContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.ConjunctionContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.DisjunctionContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.ExpressionContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.GroupContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.NegationContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.PathContext;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser.ReferenceContext;
import dev.connectorkit.filter.internal.parse.SyntaxNode.ChainKind;
import dev.connectorkit.filter.internal.parse.SyntaxNode.Name;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns ANTLR's tree into ours. Recursion follows parentheses and {@code !}, which are limited; chains of
 * operators, which are not, are walked in loops.
 */
final class TreeBuilder {

    private final List<Finding> findings;

    TreeBuilder(List<Finding> findings) {
        this.findings = findings;
    }

    SyntaxNode build(ExpressionContext context) {
        if (context instanceof ReferenceContext reference) {
            return reference(reference);
        }
        if (context instanceof ComparisonContext) {
            return chain(ChainKind.COMPARISON, ComparisonContext.class, context);
        }
        if (context instanceof ConjunctionContext) {
            return chain(ChainKind.AND, ConjunctionContext.class, context);
        }
        if (context instanceof DisjunctionContext) {
            return chain(ChainKind.OR, DisjunctionContext.class, context);
        }
        if (context instanceof GroupContext) {
            return new SyntaxNode.Group(build((ExpressionContext) context.getChild(1)), span(context));
        }
        if (context instanceof NegationContext) {
            Span operator = span(context.getStart());
            SyntaxNode operand = build((ExpressionContext) context.getChild(1));
            return new SyntaxNode.Negation(operator, operand, operator.to(operand.span()));
        }
        return constant(context.getStart());
    }

    private SyntaxNode chain(ChainKind kind, Class<? extends ExpressionContext> type, ExpressionContext top) {
        var operands = new ArrayList<SyntaxNode>();
        var operators = new ArrayList<Span>();
        var comparisons = new ArrayList<Operator>();
        ParseTree context = top;
        while (type.isInstance(context)) {
            Token operator = ((TerminalNode) context.getChild(1)).getSymbol();
            operators.add(span(operator));
            if (kind == ChainKind.COMPARISON) {
                comparisons.add(operator(operator.getType()));
            }
            operands.add(build((ExpressionContext) context.getChild(2)));
            context = context.getChild(0);
        }
        SyntaxNode first = build((ExpressionContext) context);
        operands.add(first);
        Collections.reverse(operands);
        Collections.reverse(operators);
        Collections.reverse(comparisons);
        Span span = first.span().to(operands.get(operands.size() - 1).span());
        return new SyntaxNode.Chain(kind, operands, operators, comparisons, span);
    }

    private static Operator operator(int type) {
        return switch (type) {
            case FilterExpressionParser.EQ -> Operator.EQUAL;
            case FilterExpressionParser.NE -> Operator.NOT_EQUAL;
            case FilterExpressionParser.STRICT_EQ -> Operator.STRICTLY_EQUAL;
            case FilterExpressionParser.STRICT_NE -> Operator.NOT_STRICTLY_EQUAL;
            case FilterExpressionParser.LT -> Operator.LESS;
            case FilterExpressionParser.LE -> Operator.LESS_OR_EQUAL;
            case FilterExpressionParser.GT -> Operator.GREATER;
            default -> Operator.GREATER_OR_EQUAL;
        };
    }

    private SyntaxNode reference(ReferenceContext context) {
        var path = (PathContext) context.getChild(0);
        int parts = path.getChildCount();
        var names = new ArrayList<Name>((parts + 1) / 2);
        for (int i = 0; i < parts; i += 2) {
            names.add(name(((TerminalNode) path.getChild(i)).getSymbol()));
        }
        List<SyntaxNode> arguments =
                context.getChildCount() == 1 ? null : arguments((ArgumentsContext) context.getChild(1));
        return new SyntaxNode.Reference(names, arguments, span(context));
    }

    private static Name name(Token token) {
        boolean quoted = token.getType() == FilterExpressionParser.QUOTED_NAME;
        String text = token.getText();
        return new Name(quoted ? text.substring(1, text.length() - 1) : text, quoted, span(token));
    }

    private List<SyntaxNode> arguments(ArgumentsContext context) {
        var arguments = new ArrayList<SyntaxNode>();
        for (int i = 1; i < context.getChildCount() - 1; i += 2) {
            var argument = (ArgumentContext) context.getChild(i);
            for (int j = argument.getChildCount() == 1 ? 0 : 1; j < argument.getChildCount(); j += 2) {
                arguments.add(build((ExpressionContext) argument.getChild(j)));
            }
        }
        return arguments;
    }

    private SyntaxNode constant(Token token) {
        Span span = span(token);
        return switch (token.getType()) {
            case FilterExpressionParser.STRING -> new SyntaxNode.Constant(text(token), span);
            case FilterExpressionParser.NUMBER -> new SyntaxNode.Constant(number(token), span);
            case FilterExpressionParser.TRUE -> new SyntaxNode.Constant(true, span);
            case FilterExpressionParser.FALSE -> new SyntaxNode.Constant(false, span);
            case FilterExpressionParser.NULL -> new SyntaxNode.Constant(null, span);
            default -> new SyntaxNode.Missing(span);
        };
    }

    private String text(Token token) {
        boolean mended = token.getInputStream() == null;
        return Literals.text(token.getText(), token.getStartIndex(), mended ? new ArrayList<>() : findings);
    }

    private BigDecimal number(Token token) {
        BigDecimal value = Literals.number(token.getText());
        if (value == null) {
            findings.add(Finding.of(IssueCode.NUMBER_OUT_OF_RANGE.at(span(token), abridged(token.getText()))));
            return BigDecimal.ZERO;
        }
        return value;
    }

    private static String abridged(String digits) {
        return digits.length() <= 40 ? digits : digits.substring(0, 40) + "…";
    }

    private static Span span(ParserRuleContext context) {
        @Nullable Token stop = context.getStop();
        return stop == null
                ? span(context.getStart())
                : span(context.getStart()).to(span(stop));
    }

    static Span span(Token token) {
        return new Span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }
}
