package dev.connectorkit.filter.internal.sdk;

import dev.connectorkit.filter.internal.sdk.grammar.SdkLexer;
import java.nio.CharBuffer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.Token;

/** The token under the cursor and what the parser asks about its surroundings. */
final class Tokens {
    private final String text;
    private final SdkLexer lexer;
    private Token current;
    private int previousEnd;

    Tokens(String text) {
        this(text, units(text));
    }

    Tokens(String text, CharStream units) {
        this.text = text;
        lexer = new SdkLexer(units);
        current = lexer.nextToken();
    }

    static CharStream units(String text) {
        // A buffer of chars is read unit by unit; CharStreams.fromString would count code points.
        return CodePointCharStream.fromBuffer(CodePointBuffer.withChars(CharBuffer.wrap(text.toCharArray())));
    }

    /** Returns the type of the token under the cursor, a constant of {@link SdkLexer}, or {@link Token#EOF}. */
    int type() {
        return current.getType();
    }

    boolean at(int type) {
        return current.getType() == type;
    }

    int start() {
        return current.getStartIndex();
    }

    int end() {
        return current.getStopIndex() + 1;
    }

    /** Returns where the token before the cursor ended, or 0. */
    int previousEnd() {
        return previousEnd;
    }

    boolean afterBlank() {
        return start() > previousEnd;
    }

    /** Returns the text of the token under the cursor. */
    String image() {
        return text.substring(start(), end());
    }

    /** Returns the code unit at a position as text, empty past the end. */
    String unit(int position) {
        return position < text.length() ? text.substring(position, position + 1) : "";
    }

    void advance() {
        previousEnd = end();
        current = lexer.nextToken();
    }
}
