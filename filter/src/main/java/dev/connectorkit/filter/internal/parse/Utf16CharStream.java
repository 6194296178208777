package dev.connectorkit.filter.internal.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** Hands out code points but counts UTF-16 code units, so that tokens know their place in the string. */
final class Utf16CharStream implements CharStream {

    private final String text;
    private int index;

    Utf16CharStream(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        char c = text.charAt(index);
        index += Character.isHighSurrogate(c) ? Character.charCount(text.codePointAt(index)) : 1;
    }

    @Override
    public int LA(int offset) {
        if (offset == 1) {
            if (index == text.length()) {
                return IntStream.EOF;
            }
            char c = text.charAt(index);
            return Character.isHighSurrogate(c) ? text.codePointAt(index) : c;
        }
        throw new UnsupportedOperationException("the lexer looks one character ahead, never further");
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
        return text.length();
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }
}
