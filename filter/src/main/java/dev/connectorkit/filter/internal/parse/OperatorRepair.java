package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.found;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.isAdjacent;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.span;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.startsOperand;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.synthetic;

import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Reads what stands where an operator is expected, or the end of something. */
final class OperatorRepair {

    private final TokenRewriter tokens;
    private final RefusedTokens refused;
    private final BracketRepair brackets;

    OperatorRepair(TokenRewriter tokens) {
        this.tokens = tokens;
        this.refused = new RefusedTokens(tokens);
        this.brackets = new BracketRepair(tokens);
    }

    void operator() {
        Token token = tokens.token(tokens.at);
        switch (token.getType()) {
            case EQ, NE, STRICT_EQ, STRICT_NE, LT, LE, GT, GE, AND, OR -> emitOperator(token);
            case COMMA -> {
                if (tokens.inArguments()) {
                    emitOperator(token);
                } else {
                    refused.separator(token);
                }
            }
            case SINGLE -> single(token);
            case ANGLES -> replaceOperator(IssueCode.SQL_INEQUALITY.at(span(token)), NE, "!=", 1);
            case TYPOGRAPHIC_OPERATOR -> typographicOperator(token);
            case NAME -> nameForOperator(token);
            case QUOTED_NAME, STRING, TRUE, FALSE, NULL, NOT -> sideBySide(token);
            case NUMBER -> {
                if (token.getText().charAt(0) == '-' || token.getText().charAt(0) == '+') {
                    arithmetic(token);
                } else {
                    sideBySide(token);
                }
            }
            case LPAREN -> sideBySide(token);
            case LBRACKET -> indexing(token);
            case LBRACE -> {
                tokens.report(IssueCode.LIST_AS_OPERAND.at(span(token)));
                tokens.at = tokens.afterBrackets(tokens.at);
            }
            case DOT -> dotForOperator(token);
            case ARITHMETIC -> arithmetic(token);
            case RPAREN, RBRACE, RBRACKET -> brackets.closer(token);
            default -> refused.refused(token);
        }
    }

    private void single(Token token) {
        Token next = tokens.token(tokens.at + 1);
        String symbol = token.getText();
        if (symbol.equals("=")) {
            boolean joined = isAdjacent(token, next);
            if (joined && next.getType() == GT) {
                replaceOperator(singleIssue(token, next, ">="), GE, ">=", 2);
            } else if (joined && next.getType() == LT) {
                replaceOperator(singleIssue(token, next, "<="), LE, "<=", 2);
            } else if (joined && next.getType() == NOT) {
                replaceOperator(singleIssue(token, next, "!="), NE, "!=", 2);
            } else {
                replaceOperator(singleIssue(token, token, "=="), EQ, "==", 1);
            }
        } else if (symbol.equals("&")) {
            replaceOperator(singleIssue(token, token, "&&"), AND, "&&", 1);
        } else {
            replaceOperator(singleIssue(token, token, "||"), OR, "||", 1);
        }
    }

    private Issue singleIssue(Token first, Token last, String right) {
        Span span = span(first).to(span(last));
        return IssueCode.SINGLE_CHARACTER_OPERATOR.at(span, span.of(tokens.text), right);
    }

    private void typographicOperator(Token token) {
        char symbol = token.getText().charAt(0);
        int type = symbol == '\u2260' ? NE : symbol == '\u2264' ? LE : GE;
        String right = type == NE ? "!=" : type == LE ? "<=" : ">=";
        replaceOperator(IssueCode.TYPOGRAPHIC_OPERATOR.at(span(token), token.getText(), right), type, right, 1);
    }

    private void replaceOperator(Issue issue, int type, String symbol, int length) {
        tokens.report(Finding.of(issue, issue.span(), symbol));
        tokens.out.add(synthetic(type, tokens.token(tokens.at)));
        tokens.at += length;
        tokens.operandExpected = true;
        tokens.quiet = false;
    }

    private void nameForOperator(Token token) {
        Token before = tokens.at > 0 ? tokens.token(tokens.at - 1) : token;
        if (before.getType() == NUMBER && isAdjacent(before, token)) {
            tokens.report(tokens.mendings.malformedNumber(before, token));
            tokens.drop();
            return;
        }
        String word = token.getText().toLowerCase(Locale.ROOT);
        String symbol = Mendings.WORDS.get(word);
        boolean listFollows = tokens.type(tokens.at + 1) == LBRACKET
                || tokens.type(tokens.at + 1) == LBRACE
                || tokens.type(tokens.at + 1) == LPAREN;
        if (word.equals("in") && listFollows) {
            int after = tokens.afterBrackets(tokens.at + 1);
            Issue issue = IssueCode.WORD_OPERATOR.at(span(token), token.getText(), "one `==` for each value");
            tokens.report(tokens.mendings.listOperand(issue, tokens.at + 1, after));
            tokens.at = after;
        } else if (symbol != null && startsOperand(tokens.type(tokens.at + 1))) {
            int type = Mendings.TYPES.getOrDefault(symbol, EQ);
            replaceOperator(
                    IssueCode.WORD_OPERATOR.at(span(token), token.getText(), "`" + symbol + "`"), type, symbol, 1);
        } else if (Method.named(token.getText()) != null && Mendings.isLiteral(tokens.type(tokens.at + 1))) {
            tokens.report(tokens.mendings.methodAsOperator(sideBySideIssue(token), tokens.at));
            tokens.replaceOperand(token);
            tokens.at += 2;
        } else {
            sideBySide(token);
        }
    }

    private Issue sideBySideIssue(Token token) {
        return IssueCode.SIDE_BY_SIDE.at(span(token), found(token));
    }

    private void sideBySide(Token token) {
        if (tokens.inArguments()) {
            tokens.report(Finding.of(
                    IssueCode.MISSING_COMMA.at(span(token), found(token)),
                    new Span(
                            tokens.token(tokens.at - 1).getStopIndex() + 1,
                            tokens.token(tokens.at - 1).getStopIndex() + 1),
                    ","));
            tokens.out.add(synthetic(COMMA, token));
        } else {
            if (!tokens.quiet) {
                tokens.report(tokens.mendings.sideBySide(sideBySideIssue(token), tokens.at));
            }
            // A literal on its own would be refused as a condition, but it is not what is wrong here.
            if (Mendings.isLiteral(tokens.out.get(tokens.out.size() - 1).getType())) {
                tokens.out.set(tokens.out.size() - 1, synthetic(MISSING, token));
            }
            tokens.out.add(synthetic(AND, token));
        }
        tokens.operandExpected = true;
    }

    private void indexing(Token token) {
        int after = tokens.afterBrackets(tokens.at);
        tokens.report(tokens.mendings.indexing(IssueCode.INDEXING.at(span(token)), tokens.at, after));
        tokens.replaceOperand(token);
        tokens.at = after;
        tokens.skipMembers();
    }

    private void dotForOperator(Token token) {
        Token before = tokens.token(tokens.at - 1);
        Token next = tokens.token(tokens.at + 1);
        if (before.getType() == NUMBER && !(next.getType() == NAME || next.getType() == QUOTED_NAME)) {
            boolean more = next.getType() == NUMBER && isAdjacent(token, next);
            Issue issue =
                    IssueCode.MALFORMED_NUMBER.at(span(token), before.getText() + "." + (more ? next.getText() : ""));
            tokens.report(more ? Finding.of(issue) : Finding.of(issue, span(token), ""));
            tokens.at += more ? 2 : 1;
            return;
        }
        tokens.report(tokens.mendings.methodReceiver(IssueCode.METHOD_RECEIVER.at(span(token)), tokens.at));
        tokens.replaceOperand(token);
        tokens.skipMembers();
    }

    private void arithmetic(Token token) {
        refused.arithmeticOrComment(token);
        tokens.replaceOperand(token);
        if (token.getType() == NUMBER) {
            tokens.at++;
        } else {
            tokens.drop();
            tokens.skipOperand();
        }
    }

    private void emitOperator(Token token) {
        tokens.emit(token);
        tokens.operandExpected = true;
    }
}
