package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;

import dev.connectorkit.filter.ast.Method;
import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds every syntax error of a text and turns it into tokens that the grammar accepts.
 *
 * <p>Between brackets the language has two states: an operand is expected, or an operator is. So one loop
 * over the tokens with a stack of open brackets sees each error where it happens, knows what would have
 * been right, and goes on as if that had been written. Nothing recurses.
 */
final class SyntaxRepair {

    /** Beyond this many findings a text is no filter, and listing more helps nobody. */
    private static final int MAX_FINDINGS = 100;

    private record Open(Token token, int closer, boolean call, int outIndex) {}

    private final String text;
    private final List<Token> in;
    private final List<Finding> findings;
    private final Mendings mendings;
    private final List<Token> out = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private int at;
    private boolean operandExpected = true;
    /** Where the operand that ended last begins in {@link #out}. */
    private int operandStart;
    /** Something was just dropped, so that what is missing now was reported already. */
    private boolean quiet;

    private boolean cutShort;

    SyntaxRepair(String text, List<Token> tokens, List<Finding> findings) {
        this.text = text;
        this.in = tokens;
        this.findings = findings;
        this.mendings = new Mendings(text, tokens);
    }

    List<Token> repair() {
        while (type(at) != Token.EOF && findings.size() < MAX_FINDINGS) {
            if (operandExpected) {
                operand();
            } else {
                operator();
            }
        }
        if (type(at) != Token.EOF) {
            out.clear();
            out.add(synthetic(MISSING, token(at)));
        } else {
            end();
        }
        out.add(in.get(in.size() - 1));
        return out;
    }

    private void operand() {
        Token token = token(at);
        switch (token.getType()) {
            case NAME -> name(token);
            case QUOTED_NAME -> path();
            case STRING, NUMBER, TRUE, FALSE, NULL -> literal(token);
            case NOT -> emit(token);
            case LPAREN -> {
                open(token, RPAREN, false);
                emit(token);
            }
            case LBRACE, LBRACKET -> list(token);
            case RPAREN, RBRACE, RBRACKET -> closerForOperand(token);
            case OR, AND, EQ, NE, STRICT_EQ, STRICT_NE, LT, LE, GT, GE -> missingOperand(token);
            case COMMA -> {
                if (inArguments()) {
                    missingOperand(token);
                } else {
                    separator(token);
                }
            }
            case SINGLE, ANGLES, TYPOGRAPHIC_OPERATOR -> {
                report(IssueCode.MISSING_OPERAND.at(span(token), before(token)));
                drop();
            }
            case DOT -> leadingDot(token);
            case ARITHMETIC -> sign(token);
            default -> refused(token);
        }
    }

    private void operator() {
        Token token = token(at);
        switch (token.getType()) {
            case EQ, NE, STRICT_EQ, STRICT_NE, LT, LE, GT, GE, AND, OR -> emitOperator(token);
            case COMMA -> {
                if (inArguments()) {
                    emitOperator(token);
                } else {
                    separator(token);
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
                report(IssueCode.LIST_AS_OPERAND.at(span(token)));
                at = afterBrackets(at);
            }
            case DOT -> dotForOperator(token);
            case ARITHMETIC -> arithmetic(token);
            case RPAREN, RBRACE, RBRACKET -> closer(token);
            default -> refused(token);
        }
    }

    private void literal(Token token) {
        operandStart = out.size();
        emit(token);
        operandExpected = false;
    }

    private void name(Token token) {
        boolean isNot = token.getText().equalsIgnoreCase("not");
        if (isNot && startsOperand(type(at + 1))) {
            Edit edit = new Edit(new Span(token.getStartIndex(), token(at + 1).getStartIndex()), "!");
            int end = mendings.comparisonEnd(at + 1);
            var issue = IssueCode.WORD_OPERATOR.at(span(token), token.getText(), "`!`");
            if (end < 0) {
                report(new Finding(issue, List.of(List.of(edit)), true, null));
                out.add(synthetic(NOT, token));
            } else {
                var edits = List.of(
                        new Edit(edit.span(), "!("),
                        new Edit(
                                new Span(
                                        token(end - 1).getStopIndex() + 1,
                                        token(end - 1).getStopIndex() + 1),
                                ")"));
                report(new Finding(issue, List.of(edits), true, null));
                out.add(synthetic(MISSING, token));
                operandExpected = false;
                at = end;
                return;
            }
            at++;
        } else {
            path();
        }
    }

    private void path() {
        operandStart = out.size();
        Token last = token(at);
        emit(last);
        while (isDot(at)) {
            if (type(at) == NULL_SAFE) {
                report(Finding.of(
                        IssueCode.NULL_SAFE_OPERATOR.at(
                                span(token(at)), token(at).getText()),
                        span(token(at)),
                        "."));
            }
            Token next = token(at + 1);
            if (isName(next.getType())) {
                out.add(synthetic(DOT, token(at)));
                out.add(next);
                last = next;
                at += 2;
            } else {
                at++;
                report(IssueCode.MISSING_NAME.at(span(next), found(next)));
                cutShort |= next.getType() == Token.EOF;
                if (next.getType() == NUMBER) {
                    at++;
                }
            }
        }
        operandExpected = false;
        if (type(at) == LPAREN) {
            if (inCall()) {
                report(IssueCode.CONDITION_AS_ARGUMENT.at(span(last)));
                replaceOperand(last);
                at = afterBrackets(at);
            } else {
                open(token(at), RPAREN, true);
                emit(token(at));
                operandExpected = true;
            }
        }
    }

    private boolean isDot(int index) {
        return type(index) == DOT
                || (type(index) == NULL_SAFE && token(index).getText().equals("?."));
    }

    private void list(Token token) {
        if (!open.isEmpty() && open.get(open.size() - 1).call()) {
            open(token, token.getType() == LBRACE ? RBRACE : RBRACKET, false);
            emit(token);
            return;
        }
        int after = afterBrackets(at);
        report(mendings.listOperand(IssueCode.LIST_AS_OPERAND.at(span(token)), at, after));
        operandStart = out.size();
        out.add(synthetic(MISSING, token));
        at = after;
        operandExpected = false;
    }

    private void closerForOperand(Token token) {
        Open top = open.isEmpty() ? null : open.get(open.size() - 1);
        if (top == null || top.closer() != token.getType()) {
            if (!quiet) {
                report(IssueCode.UNBALANCED_BRACKET.at(span(token), token.getText()));
            }
            drop();
            return;
        }
        boolean justOpened = at > 0 && token(at - 1) == top.token();
        if (top.call() && justOpened) {
            operandExpected = false;
            closer(token);
        } else {
            if (justOpened && token.getType() != RPAREN) {
                report(IssueCode.EMPTY_LIST.at(span(token)));
            } else if (!quiet) {
                Issue issue = IssueCode.MISSING_OPERAND.at(span(token), before(token));
                boolean trailingComma = type(at - 1) == COMMA;
                report(trailingComma ? Finding.of(issue, span(token(at - 1)), "") : Finding.of(issue));
            }
            addMissing(token);
        }
    }

    private void missingOperand(Token token) {
        if (!quiet) {
            report(IssueCode.MISSING_OPERAND.at(span(token), before(token)));
        }
        addMissing(token);
    }

    private void addMissing(Token token) {
        operandStart = out.size();
        out.add(synthetic(MISSING, token));
        operandExpected = false;
    }

    private void leadingDot(Token token) {
        Token next = token(at + 1);
        boolean fraction = next.getType() == NUMBER
                && isAdjacent(token, next)
                && isDigit(next.getText().charAt(0));
        if (!fraction) {
            report(IssueCode.MISSING_OPERAND.at(span(token), before(token)));
            drop();
            return;
        }
        Issue issue = IssueCode.MALFORMED_NUMBER.at(span(token).to(span(next)), "." + next.getText());
        boolean whole = next.getText().indexOf('.') < 0;
        report(
                whole
                        ? Finding.of(issue, new Span(token.getStartIndex(), token.getStartIndex()), "0")
                        : Finding.of(issue));
        addMissing(token);
        at += 2;
    }

    private void sign(Token token) {
        Token next = token(at + 1);
        boolean signed = (token.getText().equals("-") || token.getText().equals("+"))
                && next.getType() == NUMBER
                && isDigit(next.getText().charAt(0));
        if (signed) {
            var blank = new Span(token.getStopIndex() + 1, next.getStartIndex());
            report(Finding.of(IssueCode.ARITHMETIC.at(span(token), token.getText()), blank, ""));
            addMissing(token);
            at += 2;
        } else {
            arithmeticOrComment(token);
            drop();
        }
    }

    private void single(Token token) {
        Token next = token(at + 1);
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
        return IssueCode.SINGLE_CHARACTER_OPERATOR.at(span, span.of(text), right);
    }

    private void typographicOperator(Token token) {
        char symbol = token.getText().charAt(0);
        int type = symbol == '\u2260' ? NE : symbol == '\u2264' ? LE : GE;
        String right = type == NE ? "!=" : type == LE ? "<=" : ">=";
        replaceOperator(IssueCode.TYPOGRAPHIC_OPERATOR.at(span(token), token.getText(), right), type, right, 1);
    }

    private void replaceOperator(Issue issue, int type, String symbol, int length) {
        report(Finding.of(issue, issue.span(), symbol));
        out.add(synthetic(type, token(at)));
        at += length;
        operandExpected = true;
        quiet = false;
    }

    private void nameForOperator(Token token) {
        Token before = at > 0 ? token(at - 1) : token;
        if (before.getType() == NUMBER && isAdjacent(before, token)) {
            report(mendings.malformedNumber(before, token));
            drop();
            return;
        }
        String word = token.getText().toLowerCase(Locale.ROOT);
        String symbol = Mendings.WORDS.get(word);
        boolean listFollows = type(at + 1) == LBRACKET || type(at + 1) == LBRACE || type(at + 1) == LPAREN;
        if (word.equals("in") && listFollows) {
            int after = afterBrackets(at + 1);
            Issue issue = IssueCode.WORD_OPERATOR.at(span(token), token.getText(), "one `==` for each value");
            report(mendings.listOperand(issue, at + 1, after));
            at = after;
        } else if (symbol != null && startsOperand(type(at + 1))) {
            int type = Mendings.TYPES.getOrDefault(symbol, EQ);
            replaceOperator(
                    IssueCode.WORD_OPERATOR.at(span(token), token.getText(), "`" + symbol + "`"), type, symbol, 1);
        } else if (Method.named(token.getText()) != null && Mendings.isLiteral(type(at + 1))) {
            report(mendings.methodAsOperator(sideBySideIssue(token), at));
            replaceOperand(token);
            at += 2;
        } else {
            sideBySide(token);
        }
    }

    private Issue sideBySideIssue(Token token) {
        return IssueCode.SIDE_BY_SIDE.at(span(token), found(token));
    }

    private void sideBySide(Token token) {
        if (inArguments()) {
            report(Finding.of(
                    IssueCode.MISSING_COMMA.at(span(token), found(token)),
                    new Span(token(at - 1).getStopIndex() + 1, token(at - 1).getStopIndex() + 1),
                    ","));
            out.add(synthetic(COMMA, token));
        } else {
            if (!quiet) {
                report(mendings.sideBySide(sideBySideIssue(token), at));
            }
            // A literal on its own would be refused as a condition, but it is not what is wrong here.
            if (Mendings.isLiteral(out.get(out.size() - 1).getType())) {
                out.set(out.size() - 1, synthetic(MISSING, token));
            }
            out.add(synthetic(AND, token));
        }
        operandExpected = true;
    }

    private void separator(Token token) {
        Issue issue = IssueCode.SEPARATOR.at(span(token), token.getText());
        boolean last = type(at + 1) == Token.EOF || isCloser(type(at + 1)) || operandExpected;
        report(
                last
                        ? Finding.of(issue, span(token), "")
                        : Finding.ofChoices(issue, span(token), List.of(" &&", " ||")));
        at++;
        quiet = operandExpected;
        if (!last) {
            out.add(synthetic(AND, token));
            operandExpected = true;
        }
    }

    private void indexing(Token token) {
        int after = afterBrackets(at);
        report(mendings.indexing(IssueCode.INDEXING.at(span(token)), at, after));
        replaceOperand(token);
        at = after;
        skipMembers();
    }

    private void dotForOperator(Token token) {
        Token before = token(at - 1);
        Token next = token(at + 1);
        if (before.getType() == NUMBER && !(next.getType() == NAME || next.getType() == QUOTED_NAME)) {
            boolean more = next.getType() == NUMBER && isAdjacent(token, next);
            Issue issue =
                    IssueCode.MALFORMED_NUMBER.at(span(token), before.getText() + "." + (more ? next.getText() : ""));
            report(more ? Finding.of(issue) : Finding.of(issue, span(token), ""));
            at += more ? 2 : 1;
            return;
        }
        report(mendings.methodReceiver(IssueCode.METHOD_RECEIVER.at(span(token)), at));
        replaceOperand(token);
        skipMembers();
    }

    private void arithmetic(Token token) {
        arithmeticOrComment(token);
        replaceOperand(token);
        if (token.getType() == NUMBER) {
            at++;
        } else {
            drop();
            skipOperand();
        }
    }

    private void arithmeticOrComment(Token token) {
        Token next = token(at + 1);
        boolean comment = token.getText().equals("/")
                && next.getType() == ARITHMETIC
                && (next.getText().equals("/") || next.getText().startsWith("*"))
                && isAdjacent(token, next);
        if (comment) {
            int lineEnd = text.indexOf('\n', token.getStartIndex());
            int end = lineEnd < 0 || next.getText().startsWith("*") ? text.length() : lineEnd;
            report(Finding.of(
                    IssueCode.COMMENT.at(span(token).to(span(next))), new Span(token.getStartIndex(), end), ""));
            while (type(at + 1) != Token.EOF && token(at + 1).getStartIndex() < end) {
                at++;
            }
        } else {
            String symbol = token.getType() == NUMBER ? token.getText().substring(0, 1) : token.getText();
            report(mendings.hyphenatedName(IssueCode.ARITHMETIC.at(span(token), symbol), at));
        }
    }

    private void closer(Token token) {
        Open top = open.isEmpty() ? null : open.get(open.size() - 1);
        if (top != null && top.closer() == token.getType()) {
            open.remove(open.size() - 1);
            operandStart = top.outIndex();
            emit(token);
            return;
        }
        Issue issue = IssueCode.UNBALANCED_BRACKET.at(span(token), token.getText());
        if (top == null) {
            report(Finding.of(issue, span(token), ""));
            at++;
            return;
        }
        boolean meantForOuter = open.stream().anyMatch(one -> one.closer() == token.getType());
        String right = VOCABULARY.getLiteralName(top.closer()).replace("'", "");
        Span place = meantForOuter ? new Span(token.getStartIndex(), token.getStartIndex()) : span(token);
        report(Finding.of(issue, place, right));
        open.remove(open.size() - 1);
        operandStart = top.outIndex();
        out.add(synthetic(top.closer(), token));
        at += meantForOuter ? 0 : 1;
    }

    /** Handles tokens that are refused wherever they stand. */
    private void refused(Token token) {
        switch (token.getType()) {
            case UNCLOSED_STRING -> {
                report(mendings.unclosedString(IssueCode.UNCLOSED_STRING.at(span(token)), token));
                cutShort = true;
                standIn(token);
            }
            case UNCLOSED_NAME -> {
                report(IssueCode.UNCLOSED_NAME.at(span(token)));
                cutShort = true;
                standIn(token);
            }
            case ESCAPED_STRING -> {
                var quote = new Span(token.getStartIndex(), token.getStartIndex() + 2);
                report(mendings.escapedQuote(IssueCode.ESCAPED_QUOTE.at(quote, quote.of(text)), findings));
                standIn(token);
            }
            case TYPOGRAPHIC_STRING -> {
                var quote = new Span(token.getStartIndex(), token.getStartIndex() + 1);
                String content = token.getText().substring(1, token.getText().length() - 1);
                report(Finding.of(
                        IssueCode.TYPOGRAPHIC_QUOTE.at(quote, quote.of(text)),
                        span(token),
                        "\"" + content.replace("\"", "\\\"") + "\""));
                standIn(token);
            }
            case TYPOGRAPHIC_QUOTE -> {
                report(IssueCode.TYPOGRAPHIC_QUOTE.at(span(token), token.getText()));
                drop();
            }
            case NO_BREAK_SPACE -> {
                String code =
                        String.format(Locale.ROOT, "%04X", (int) token.getText().charAt(0));
                report(Finding.of(IssueCode.NO_BREAK_SPACE.at(span(token), code), span(token), " "));
                at++;
            }
            case QUESTION -> ternary(token);
            case NULL_SAFE -> {
                report(IssueCode.NULL_SAFE_OPERATOR.at(span(token), token.getText()));
                drop();
                if (!operandExpected) {
                    replaceOperand(token);
                    skipOperand();
                    skipMembers();
                }
            }
            case SEMICOLON -> separator(token);
            case COLON -> {
                report(mendings.hyphenatedName(IssueCode.UNEXPECTED_CHARACTER.at(span(token), "`:`"), at));
                drop();
                if (!operandExpected) {
                    replaceOperand(token);
                    skipOperand();
                }
            }
            default -> {
                report(mendings.unexpected(token));
                drop();
            }
        }
    }

    private void standIn(Token token) {
        if (operandExpected) {
            addMissing(token);
        }
        at++;
    }

    private void ternary(Token token) {
        report(IssueCode.TERNARY.at(span(token)));
        if (operandExpected) {
            addMissing(token);
        } else {
            replaceOperand(token);
        }
        while (type(at) != Token.EOF && !isCloser(type(at))) {
            at = isOpener(type(at)) ? afterBrackets(at) : at + 1;
        }
    }

    private void end() {
        Token eof = token(at);
        Open top = open.isEmpty() ? null : open.get(open.size() - 1);
        boolean bareCall = top != null && top.call() && at > 0 && token(at - 1) == top.token();
        if (operandExpected && !bareCall) {
            if (!quiet) {
                report(IssueCode.MISSING_OPERAND.at(span(eof), before(eof)));
            }
            cutShort = true;
            addMissing(eof);
        }
        if (top != null && !cutShort) {
            boolean list = top.closer() != RPAREN;
            var closers = new StringBuilder();
            for (int i = open.size() - 1; i >= 0; i--) {
                closers.append(VOCABULARY.getLiteralName(open.get(i).closer()).charAt(1));
            }
            var issue = (list ? IssueCode.UNCLOSED_LIST : IssueCode.UNCLOSED_PARENTHESIS).at(span(top.token()));
            int end = token(Math.max(at - 1, 0)).getStopIndex() + 1;
            report(Finding.of(issue, new Span(end, end), closers.toString()));
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            out.add(synthetic(open.get(i).closer(), eof));
        }
    }

    private void open(Token token, int closer, boolean call) {
        open.add(new Open(token, closer, call, call ? operandStart : out.size()));
    }

    private boolean inArguments() {
        return !open.isEmpty()
                && (open.get(open.size() - 1).call()
                        || open.get(open.size() - 1).closer() != RPAREN);
    }

    private boolean inCall() {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).call()) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the operand that just ended, so that nothing more is said about it. */
    private void replaceOperand(Token token) {
        out.subList(Math.min(operandStart, out.size()), out.size()).clear();
        out.add(synthetic(MISSING, token));
    }

    private void skipMembers() {
        boolean more = true;
        while (more) {
            if (isDot(at) && isName(type(at + 1))) {
                at += 2;
            } else if (type(at) == LPAREN || type(at) == LBRACKET) {
                at = afterBrackets(at);
            } else if (isDot(at)) {
                at++;
            } else {
                more = false;
            }
        }
    }

    private void skipOperand() {
        while (type(at) == NOT || type(at) == ARITHMETIC) {
            at++;
        }
        if (isOpener(type(at))) {
            at = afterBrackets(at);
        } else if (startsOperand(type(at))) {
            at++;
            skipMembers();
        }
    }

    private int afterBrackets(int opener) {
        return mendings.afterBrackets(opener);
    }

    private void emit(Token token) {
        out.add(token);
        at++;
        quiet = false;
    }

    private void emitOperator(Token token) {
        emit(token);
        operandExpected = true;
    }

    private void drop() {
        at++;
        quiet = true;
    }

    private void report(Issue issue) {
        report(Finding.of(issue));
    }

    private void report(Finding finding) {
        findings.add(finding);
    }

    private Token token(int index) {
        return in.get(Math.min(index, in.size() - 1));
    }

    private int type(int index) {
        return token(index).getType();
    }

    private String found(Token token) {
        return Mendings.describe(token);
    }

    private String before(Token token) {
        return token.getType() == Token.EOF ? ", but the filter ends here" : ", but found " + found(token);
    }

    private static Token synthetic(int type, Token place) {
        var token = new CommonToken(type);
        token.setStartIndex(place.getStartIndex());
        token.setStopIndex(Math.max(place.getStartIndex() - 1, place.getStopIndex()));
        @Nullable String literal = VOCABULARY.getLiteralName(type);
        token.setText(literal == null ? "" : literal.substring(1, literal.length() - 1));
        return token;
    }

    private static Span span(Token token) {
        return TreeBuilder.span(token);
    }

    private static boolean isAdjacent(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isName(int type) {
        return type == NAME || type == QUOTED_NAME || type == TRUE || type == FALSE || type == NULL;
    }

    static boolean isOpener(int type) {
        return type == LPAREN || type == LBRACE || type == LBRACKET;
    }

    static boolean isCloser(int type) {
        return type == RPAREN || type == RBRACE || type == RBRACKET;
    }

    static boolean startsOperand(int type) {
        return isName(type) || type == STRING || type == NUMBER || type == LPAREN || type == NOT;
    }
}
