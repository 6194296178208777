package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.before;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.span;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.synthetic;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import org.antlr.v4.runtime.Token;

/** Reads closing brackets, and closes what is open at the end. */
final class BracketRepair {

    private final TokenRewriter tokens;

    BracketRepair(TokenRewriter tokens) {
        this.tokens = tokens;
    }

    void closer(Token token) {
        TokenRewriter.Open top = tokens.open.isEmpty() ? null : tokens.open.get(tokens.open.size() - 1);
        if (top != null && top.closer() == token.getType()) {
            tokens.open.remove(tokens.open.size() - 1);
            tokens.operandStart = top.outIndex();
            tokens.emit(token);
            return;
        }
        Issue issue = IssueCode.UNBALANCED_BRACKET.at(span(token), token.getText());
        if (top == null) {
            tokens.report(Finding.of(issue, span(token), ""));
            tokens.at++;
            return;
        }
        boolean meantForOuter = tokens.open.stream().anyMatch(one -> one.closer() == token.getType());
        String right = VOCABULARY.getLiteralName(top.closer()).replace("'", "");
        Span place = meantForOuter ? new Span(token.getStartIndex(), token.getStartIndex()) : span(token);
        tokens.report(Finding.of(issue, place, right));
        tokens.open.remove(tokens.open.size() - 1);
        tokens.operandStart = top.outIndex();
        tokens.out.add(synthetic(top.closer(), token));
        tokens.at += meantForOuter ? 0 : 1;
    }

    void end() {
        Token eof = tokens.token(tokens.at);
        TokenRewriter.Open top = tokens.open.isEmpty() ? null : tokens.open.get(tokens.open.size() - 1);
        boolean bareCall = top != null && top.call() && tokens.at > 0 && tokens.token(tokens.at - 1) == top.token();
        if (tokens.operandExpected && !bareCall) {
            if (!tokens.quiet) {
                tokens.report(IssueCode.MISSING_OPERAND.at(span(eof), before(eof)));
            }
            tokens.cutShort = true;
            tokens.addMissing(eof);
        }
        if (top != null && !tokens.cutShort) {
            boolean list = top.closer() != RPAREN;
            var closers = new StringBuilder();
            for (int i = tokens.open.size() - 1; i >= 0; i--) {
                closers.append(
                        VOCABULARY.getLiteralName(tokens.open.get(i).closer()).charAt(1));
            }
            var issue = (list ? IssueCode.UNCLOSED_LIST : IssueCode.UNCLOSED_PARENTHESIS).at(span(top.token()));
            int end = tokens.token(Math.max(tokens.at - 1, 0)).getStopIndex() + 1;
            tokens.report(Finding.of(issue, new Span(end, end), closers.toString()));
        }
        for (int i = tokens.open.size() - 1; i >= 0; i--) {
            tokens.out.add(synthetic(tokens.open.get(i).closer(), eof));
        }
    }
}
