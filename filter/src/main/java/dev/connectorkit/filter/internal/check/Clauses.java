package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.diagnostic.Span;

/** Finds the clause around a place in faulty text, by nothing but {@code &&}, {@code ||}, brackets and quotes. */
final class Clauses {

    private Clauses() {}

    /** Returns the stretch between the joining operators or parentheses next to {@code place}, blanks trimmed. */
    static Span around(String text, Span place) {
        int start = 0;
        int depth = 0;
        var starts = new java.util.ArrayDeque<Integer>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean before = i < place.start();
            if (c == '"' || c == '\'' || c == '`') {
                i = afterQuoted(text, i);
                continue;
            }
            if (before) {
                if (isOpener(c)) {
                    starts.push(start);
                    start = i + 1;
                } else if (isCloser(c) && !starts.isEmpty()) {
                    start = starts.pop();
                } else if (joins(text, i)) {
                    start = i + 2;
                }
            } else if (i >= place.end()) {
                if (isOpener(c)) {
                    depth++;
                } else if (isCloser(c)) {
                    depth--;
                }
                if (depth < 0 || (depth == 0 && joins(text, i))) {
                    break;
                }
            }
            i++;
        }
        return trimmed(text, Math.min(start, place.start()), Math.max(Math.min(i, text.length()), place.end()));
    }

    private static int afterQuoted(String text, int open) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
        }
        return i + 1;
    }

    private static boolean joins(String text, int at) {
        char c = text.charAt(at);
        return (c == '&' || c == '|') && at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    private static boolean isOpener(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isCloser(char c) {
        return c == ')' || c == ']' || c == '}';
    }

    private static Span trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }
}
