package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isAdjacent;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isCloser;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isOpener;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.span;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.synthetic;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Reads tokens that are refused wherever they stand. */
final class RefusedTokens {

    private final TokenRewriter tokens;

    RefusedTokens(TokenRewriter tokens) {
        this.tokens = tokens;
    }

    /** Handles tokens that are refused wherever they stand. */
    void refused(Token token) {
        switch (token.getType()) {
            case UNCLOSED_STRING -> {
                tokens.report(tokens.mendings.unclosedString(IssueCode.UNCLOSED_STRING.at(span(token)), token));
                tokens.cutShort = true;
                standIn(token);
            }
            case UNCLOSED_NAME -> {
                tokens.report(IssueCode.UNCLOSED_NAME.at(span(token)));
                tokens.cutShort = true;
                standIn(token);
            }
            case ESCAPED_STRING -> {
                var quote = new Span(token.getStartIndex(), token.getStartIndex() + 2);
                tokens.report(tokens.mendings.escapedQuote(
                        IssueCode.ESCAPED_QUOTE.at(quote, quote.of(tokens.text)), tokens.findings));
                standIn(token);
            }
            case TYPOGRAPHIC_STRING -> {
                var quote = new Span(token.getStartIndex(), token.getStartIndex() + 1);
                String content = token.getText().substring(1, token.getText().length() - 1);
                tokens.report(Finding.of(
                        IssueCode.TYPOGRAPHIC_QUOTE.at(quote, quote.of(tokens.text)),
                        span(token),
                        "\"" + content.replace("\"", "\\\"") + "\""));
                standIn(token);
            }
            case TYPOGRAPHIC_QUOTE -> {
                tokens.report(IssueCode.TYPOGRAPHIC_QUOTE.at(span(token), token.getText()));
                tokens.drop();
            }
            case NO_BREAK_SPACE -> {
                String code =
                        String.format(Locale.ROOT, "%04X", (int) token.getText().charAt(0));
                tokens.report(Finding.of(IssueCode.NO_BREAK_SPACE.at(span(token), code), span(token), " "));
                tokens.at++;
            }
            case QUESTION -> ternary(token);
            case NULL_SAFE -> {
                tokens.report(IssueCode.NULL_SAFE_OPERATOR.at(span(token), token.getText()));
                tokens.drop();
                if (!tokens.operandExpected) {
                    tokens.replaceOperand(token);
                    tokens.skipOperand();
                    tokens.skipMembers();
                }
            }
            case SEMICOLON -> separator(token);
            case COLON -> {
                tokens.report(tokens.mendings.hyphenatedName(
                        IssueCode.UNEXPECTED_CHARACTER.at(span(token), "`:`"), tokens.at));
                tokens.drop();
                if (!tokens.operandExpected) {
                    tokens.replaceOperand(token);
                    tokens.skipOperand();
                }
            }
            default -> {
                tokens.report(tokens.mendings.unexpected(token));
                tokens.drop();
            }
        }
    }

    private void standIn(Token token) {
        if (tokens.operandExpected) {
            tokens.addMissing(token);
        }
        tokens.at++;
    }

    private void ternary(Token token) {
        tokens.report(IssueCode.TERNARY.at(span(token)));
        if (tokens.operandExpected) {
            tokens.addMissing(token);
        } else {
            tokens.replaceOperand(token);
        }
        while (tokens.type(tokens.at) != Token.EOF && !isCloser(tokens.type(tokens.at))) {
            tokens.at = isOpener(tokens.type(tokens.at)) ? tokens.afterBrackets(tokens.at) : tokens.at + 1;
        }
    }

    void separator(Token token) {
        Issue issue = IssueCode.SEPARATOR.at(span(token), token.getText());
        boolean last = tokens.type(tokens.at + 1) == Token.EOF
                || isCloser(tokens.type(tokens.at + 1))
                || tokens.operandExpected;
        tokens.report(
                last
                        ? Finding.of(issue, span(token), "")
                        : Finding.ofChoices(issue, span(token), List.of(" &&", " ||")));
        tokens.at++;
        tokens.quiet = tokens.operandExpected;
        if (!last) {
            tokens.out.add(synthetic(AND, token));
            tokens.operandExpected = true;
        }
    }

    void arithmeticOrComment(Token token) {
        Token next = tokens.token(tokens.at + 1);
        boolean comment = token.getText().equals("/")
                && next.getType() == ARITHMETIC
                && (next.getText().equals("/") || next.getText().startsWith("*"))
                && isAdjacent(token, next);
        if (comment) {
            int lineEnd = tokens.text.indexOf('\n', token.getStartIndex());
            int end = lineEnd < 0 || next.getText().startsWith("*") ? tokens.text.length() : lineEnd;
            tokens.report(Finding.of(
                    IssueCode.COMMENT.at(span(token).to(span(next))), new Span(token.getStartIndex(), end), ""));
            while (tokens.type(tokens.at + 1) != Token.EOF
                    && tokens.token(tokens.at + 1).getStartIndex() < end) {
                tokens.at++;
            }
        } else {
            String symbol = token.getType() == NUMBER ? token.getText().substring(0, 1) : token.getText();
            tokens.report(tokens.mendings.hyphenatedName(IssueCode.ARITHMETIC.at(span(token), symbol), tokens.at));
        }
    }
}
