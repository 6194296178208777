package dev.connectorkit.filter.internal.parse;

import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.grammar.FilterExpressionLexer;
import dev.connectorkit.filter.internal.grammar.FilterExpressionParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Parses filter text. What the grammar accepts goes straight through; for what it refuses,
 * {@link SyntaxRepair} finds every error and what was probably meant, and that is parsed instead, so that
 * the rest of the filter can be checked too.
 */
public final class FilterParser {

    private final int maxLength;
    private final int maxNesting;

    /** Makes a parser with limits in UTF-16 code units and in levels of {@code !} and {@code (}. */
    public FilterParser(int maxLength, int maxNesting) {
        this.maxLength = maxLength;
        this.maxNesting = maxNesting;
    }

    /**
     * What was read.
     *
     * @param tree null if there is nothing to check further
     * @param findings in no particular order
     */
    public record Outcome(@Nullable SyntaxNode tree, List<Finding> findings) {}

    /** Parses {@code text}; never throws, whatever it holds. */
    public Outcome parse(String text) {
        if (text.length() > maxLength) {
            var beyond = new Span(maxLength, text.length());
            return failed(Finding.of(IssueCode.FILTER_TOO_LONG.at(beyond, text.length(), maxLength)));
        }
        var lexer = new FilterExpressionLexer(new Utf16CharStream(text));
        List<Token> tokens = read(lexer);
        if (tokens.size() == 1) {
            return failed(Finding.of(IssueCode.EMPTY_FILTER.at(new Span(text.length(), text.length()))));
        }
        var nesting = new Nesting(maxNesting);
        int tooDeep = nesting.firstBeyondLimit(tokens);
        if (tooDeep >= 0) {
            Span span = TreeBuilder.span(tokens.get(tooDeep));
            return failed(Finding.of(IssueCode.NESTED_TOO_DEEPLY.at(span, maxNesting)));
        }
        var findings = new ArrayList<Finding>();
        if (!nesting.hasCallInCall() && !hasRefusedToken(tokens)) {
            FilterExpressionParser.FilterContext context = parse(tokens, lexer);
            if (context != null) {
                return new Outcome(new TreeBuilder(findings).build(context.expression()), findings);
            }
        }
        List<Token> mended = new SyntaxRepair(text, tokens, findings).repair();
        FilterExpressionParser.FilterContext context = parse(mended, lexer);
        return context == null
                ? new Outcome(null, findings)
                : new Outcome(new TreeBuilder(findings).build(context.expression()), findings);
    }

    private static Outcome failed(Finding finding) {
        return new Outcome(null, List.of(finding));
    }

    static List<Token> read(FilterExpressionLexer lexer) {
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.nextToken();
            tokens.add(token);
        } while (token.getType() != Token.EOF);
        return tokens;
    }

    private static boolean hasRefusedToken(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getType() >= FilterExpressionParser.SINGLE) {
                return true;
            }
        }
        return false;
    }

    /** Gives up at the first error, without a word. */
    private static final class Refusal extends BailErrorStrategy {
        @Override
        public void reportError(Parser recognizer, RecognitionException e) {}
    }

    static FilterExpressionParser.@Nullable FilterContext parse(List<Token> tokens, FilterExpressionLexer lexer) {
        var parser = new FilterExpressionParser(new TokenList(tokens, lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new Refusal());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return parser.filter();
        } catch (ParseCancellationException refused) {
            // The grammar says only that something is wrong; SyntaxRepair says what.
            return null;
        }
    }
}
