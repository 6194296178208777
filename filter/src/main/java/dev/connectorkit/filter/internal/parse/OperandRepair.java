package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.before;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.found;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isAdjacent;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isDigit;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isName;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.span;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.startsOperand;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.synthetic;

import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Reads what stands where an operand is expected. */
final class OperandRepair {

    private final TokenRewriter tokens;
    private final RefusedTokens refused;
    private final BracketRepair brackets;

    OperandRepair(TokenRewriter tokens) {
        this.tokens = tokens;
        this.refused = new RefusedTokens(tokens);
        this.brackets = new BracketRepair(tokens);
    }

    void operand() {
        Token token = tokens.token(tokens.at);
        switch (token.getType()) {
            case NAME -> name(token);
            case QUOTED_NAME -> path();
            case STRING, NUMBER, TRUE, FALSE, NULL -> literal(token);
            case NOT -> tokens.emit(token);
            case LPAREN -> {
                tokens.open(token, RPAREN, false);
                tokens.emit(token);
            }
            case LBRACE, LBRACKET -> list(token);
            case RPAREN, RBRACE, RBRACKET -> closerForOperand(token);
            case OR, AND, EQ, NE, STRICT_EQ, STRICT_NE, LT, LE, GT, GE -> missingOperand(token);
            case COMMA -> {
                if (tokens.inArguments()) {
                    missingOperand(token);
                } else {
                    refused.separator(token);
                }
            }
            case SINGLE, ANGLES, TYPOGRAPHIC_OPERATOR -> {
                tokens.report(IssueCode.MISSING_OPERAND.at(span(token), before(token)));
                tokens.drop();
            }
            case DOT -> leadingDot(token);
            case ARITHMETIC -> sign(token);
            default -> refused.refused(token);
        }
    }

    private void literal(Token token) {
        tokens.operandStart = tokens.out.size();
        tokens.emit(token);
        tokens.operandExpected = false;
    }

    private void name(Token token) {
        boolean isNot = token.getText().equalsIgnoreCase("not");
        if (isNot && startsOperand(tokens.type(tokens.at + 1))) {
            Edit edit = new Edit(
                    new Span(token.getStartIndex(), tokens.token(tokens.at + 1).getStartIndex()), "!");
            int end = tokens.mendings.comparisonEnd(tokens.at + 1);
            var issue = IssueCode.WORD_OPERATOR.at(span(token), token.getText(), "`!`");
            if (end < 0) {
                tokens.report(new Finding(issue, List.of(List.of(edit)), true, null));
                tokens.out.add(synthetic(NOT, token));
            } else {
                var edits = List.of(
                        new Edit(edit.span(), "!("),
                        new Edit(
                                new Span(
                                        tokens.token(end - 1).getStopIndex() + 1,
                                        tokens.token(end - 1).getStopIndex() + 1),
                                ")"));
                tokens.report(new Finding(issue, List.of(edits), true, null));
                tokens.out.add(synthetic(MISSING, token));
                tokens.operandExpected = false;
                tokens.at = end;
                return;
            }
            tokens.at++;
        } else {
            path();
        }
    }

    private void path() {
        tokens.operandStart = tokens.out.size();
        Token last = tokens.token(tokens.at);
        tokens.emit(last);
        while (tokens.isDot(tokens.at)) {
            if (tokens.type(tokens.at) == NULL_SAFE) {
                tokens.report(Finding.of(
                        IssueCode.NULL_SAFE_OPERATOR.at(
                                span(tokens.token(tokens.at)),
                                tokens.token(tokens.at).getText()),
                        span(tokens.token(tokens.at)),
                        "."));
            }
            Token next = tokens.token(tokens.at + 1);
            if (isName(next.getType())) {
                tokens.out.add(synthetic(DOT, tokens.token(tokens.at)));
                tokens.out.add(next);
                last = next;
                tokens.at += 2;
            } else {
                tokens.at++;
                tokens.report(IssueCode.MISSING_NAME.at(span(next), found(next)));
                tokens.cutShort |= next.getType() == Token.EOF;
                if (next.getType() == NUMBER) {
                    tokens.at++;
                }
            }
        }
        tokens.operandExpected = false;
        if (tokens.type(tokens.at) == LPAREN) {
            if (tokens.inCall()) {
                tokens.report(IssueCode.CONDITION_AS_ARGUMENT.at(span(last)));
                tokens.replaceOperand(last);
                tokens.at = tokens.afterBrackets(tokens.at);
            } else {
                tokens.open(tokens.token(tokens.at), RPAREN, true);
                tokens.emit(tokens.token(tokens.at));
                tokens.operandExpected = true;
            }
        }
    }

    private void list(Token token) {
        if (!tokens.open.isEmpty() && tokens.open.get(tokens.open.size() - 1).call()) {
            tokens.open(token, token.getType() == LBRACE ? RBRACE : RBRACKET, false);
            tokens.emit(token);
            return;
        }
        int after = tokens.afterBrackets(tokens.at);
        tokens.report(tokens.mendings.listOperand(IssueCode.LIST_AS_OPERAND.at(span(token)), tokens.at, after));
        tokens.operandStart = tokens.out.size();
        tokens.out.add(synthetic(MISSING, token));
        tokens.at = after;
        tokens.operandExpected = false;
    }

    private void closerForOperand(Token token) {
        TokenRewriter.Open top = tokens.open.isEmpty() ? null : tokens.open.get(tokens.open.size() - 1);
        if (top == null || top.closer() != token.getType()) {
            if (!tokens.quiet) {
                tokens.report(IssueCode.UNBALANCED_BRACKET.at(span(token), token.getText()));
            }
            tokens.drop();
            return;
        }
        boolean justOpened = tokens.at > 0 && tokens.token(tokens.at - 1) == top.token();
        if (top.call() && justOpened) {
            tokens.operandExpected = false;
            brackets.closer(token);
        } else {
            if (justOpened && token.getType() != RPAREN) {
                tokens.report(IssueCode.EMPTY_LIST.at(span(token)));
            } else if (!tokens.quiet) {
                Issue issue = IssueCode.MISSING_OPERAND.at(span(token), before(token));
                boolean trailingComma = tokens.type(tokens.at - 1) == COMMA;
                tokens.report(
                        trailingComma ? Finding.of(issue, span(tokens.token(tokens.at - 1)), "") : Finding.of(issue));
            }
            tokens.addMissing(token);
        }
    }

    private void missingOperand(Token token) {
        if (!tokens.quiet) {
            tokens.report(IssueCode.MISSING_OPERAND.at(span(token), before(token)));
        }
        tokens.addMissing(token);
    }

    private void leadingDot(Token token) {
        Token next = tokens.token(tokens.at + 1);
        boolean fraction = next.getType() == NUMBER
                && isAdjacent(token, next)
                && isDigit(next.getText().charAt(0));
        if (!fraction) {
            tokens.report(IssueCode.MISSING_OPERAND.at(span(token), before(token)));
            tokens.drop();
            return;
        }
        Issue issue = IssueCode.MALFORMED_NUMBER.at(span(token).to(span(next)), "." + next.getText());
        boolean whole = next.getText().indexOf('.') < 0;
        tokens.report(
                whole
                        ? Finding.of(issue, new Span(token.getStartIndex(), token.getStartIndex()), "0")
                        : Finding.of(issue));
        tokens.addMissing(token);
        tokens.at += 2;
    }

    private void sign(Token token) {
        Token next = tokens.token(tokens.at + 1);
        boolean signed = (token.getText().equals("-") || token.getText().equals("+"))
                && next.getType() == NUMBER
                && isDigit(next.getText().charAt(0));
        if (signed) {
            var blank = new Span(token.getStopIndex() + 1, next.getStartIndex());
            tokens.report(Finding.of(IssueCode.ARITHMETIC.at(span(token), token.getText()), blank, ""));
            tokens.addMissing(token);
            tokens.at += 2;
        } else {
            refused.arithmeticOrComment(token);
            tokens.drop();
        }
    }
}
