package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a faulty text on their way to tokens that the grammar accepts: where reading is, what was written, and which
 * brackets are open.
 */
final class TokenRewriter {

    record Open(Token token, int closer, boolean call, int outIndex) {}

    final String text;
    final List<Finding> findings;
    final Mendings mendings;
    final List<Token> out = new ArrayList<>();
    final List<Open> open = new ArrayList<>();
    /** The index of the token to read next. */
    int at;

    boolean operandExpected = true;
    /** Where the operand that ended last begins in {@link #out}. */
    int operandStart;
    /** Something was just dropped, so that what is missing now was reported already. */
    boolean quiet;
    /** Whether the text ends within something, so that it says nothing that brackets are open too. */
    boolean cutShort;

    private final List<Token> in;

    TokenRewriter(String text, List<Token> tokens, List<Finding> findings) {
        this.text = text;
        this.in = tokens;
        this.findings = findings;
        this.mendings = new Mendings(text, tokens);
    }

    boolean isDot(int index) {
        return type(index) == DOT
                || (type(index) == NULL_SAFE && token(index).getText().equals("?."));
    }

    void addMissing(Token token) {
        operandStart = out.size();
        out.add(synthetic(MISSING, token));
        operandExpected = false;
    }

    void open(Token token, int closer, boolean call) {
        open.add(new Open(token, closer, call, call ? operandStart : out.size()));
    }

    boolean inArguments() {
        return !open.isEmpty()
                && (open.get(open.size() - 1).call()
                        || open.get(open.size() - 1).closer() != RPAREN);
    }

    boolean inCall() {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).call()) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the operand that just ended, so that nothing more is said about it. */
    void replaceOperand(Token token) {
        out.subList(Math.min(operandStart, out.size()), out.size()).clear();
        out.add(synthetic(MISSING, token));
    }

    void skipMembers() {
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

    void skipOperand() {
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

    int afterBrackets(int opener) {
        return mendings.afterBrackets(opener);
    }

    void emit(Token token) {
        out.add(token);
        at++;
        quiet = false;
    }

    void drop() {
        at++;
        quiet = true;
    }

    void report(Issue issue) {
        report(Finding.of(issue));
    }

    void report(Finding finding) {
        findings.add(finding);
    }

    Token token(int index) {
        return in.get(Math.min(index, in.size() - 1));
    }

    int type(int index) {
        return token(index).getType();
    }

    static String found(Token token) {
        return Mendings.describe(token);
    }

    static String before(Token token) {
        return token.getType() == Token.EOF ? ", but the filter ends here" : ", but found " + found(token);
    }

    static Token synthetic(int type, Token place) {
        var token = new CommonToken(type);
        token.setStartIndex(place.getStartIndex());
        token.setStopIndex(Math.max(place.getStartIndex() - 1, place.getStopIndex()));
        @Nullable String literal = VOCABULARY.getLiteralName(type);
        token.setText(literal == null ? "" : literal.substring(1, literal.length() - 1));
        return token;
    }

    static Span span(Token token) {
        return TreeBuilder.span(token);
    }

    static boolean isAdjacent(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isName(int type) {
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

    /** Returns the end of the text. */
    Token last() {
        return in.get(in.size() - 1);
    }
}
