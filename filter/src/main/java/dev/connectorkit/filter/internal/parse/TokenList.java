package dev.connectorkit.filter.internal.parse;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** A token stream over tokens that all exist already; the last is the end of the text. */
final class TokenList implements TokenStream {

    private final List<Token> tokens;
    private final TokenSource source;
    private int index;

    TokenList(List<Token> tokens, TokenSource source) {
        this.tokens = tokens;
        this.source = source;
    }

    @Override
    public Token LT(int offset) {
        int at = offset > 0 ? index + offset - 1 : index + offset;
        return tokens.get(Math.min(Math.max(at, 0), tokens.size() - 1));
    }

    @Override
    public int LA(int offset) {
        return LT(offset).getType();
    }

    @Override
    public Token get(int index) {
        return tokens.get(index);
    }

    @Override
    public TokenSource getTokenSource() {
        return source;
    }

    @Override
    public String getText(Interval interval) {
        var text = new StringBuilder();
        for (int i = interval.a; i <= interval.b; i++) {
            text.append(tokens.get(i).getText());
        }
        return text.toString();
    }

    @Override
    public String getText() {
        return getText(new Interval(0, tokens.size() - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(new Interval(start.getTokenIndex(), stop.getTokenIndex()));
    }

    @Override
    public void consume() {
        if (index < tokens.size() - 1) {
            index++;
        }
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int index) {
        this.index = index;
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }
}
