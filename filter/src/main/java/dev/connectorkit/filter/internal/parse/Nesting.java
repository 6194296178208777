package dev.connectorkit.filter.internal.parse;

import dev.connectorkit.filter.internal.grammar.FilterExpressionParser;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Measures how deep {@code !} and {@code (} stand inside one another, before anything recurses into them. */
final class Nesting {

    private final int limit;
    /** How many {@code !} wait for their operand outside each open parenthesis. */
    private final ArrayList<Integer> waiting = new ArrayList<>();

    private final BitSet calls = new BitSet();
    private int depth;
    private int nots;
    private int openCalls;
    private boolean callInCall;

    Nesting(int limit) {
        this.limit = limit;
    }

    /** Returns the first token that is nested too deeply, or -1. */
    int firstBeyondLimit(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i).getType()) {
                case FilterExpressionParser.NOT -> {
                    nots++;
                    depth++;
                }
                case FilterExpressionParser.LPAREN -> open(isCall(tokens, i));
                case FilterExpressionParser.RPAREN -> close();
                case FilterExpressionParser.NAME,
                        FilterExpressionParser.QUOTED_NAME,
                        FilterExpressionParser.TRUE,
                        FilterExpressionParser.FALSE,
                        FilterExpressionParser.NULL -> {
                    int next = tokens.get(Math.min(i + 1, tokens.size() - 1)).getType();
                    if (next != FilterExpressionParser.DOT && next != FilterExpressionParser.LPAREN) {
                        endOperand();
                    }
                }
                case FilterExpressionParser.STRING, FilterExpressionParser.NUMBER -> endOperand();
                default -> {}
            }
            if (depth > limit) {
                return i;
            }
        }
        return -1;
    }

    /** Tells whether a call stands among the arguments of another. */
    boolean hasCallInCall() {
        return callInCall;
    }

    static boolean isCall(List<Token> tokens, int parenthesis) {
        if (parenthesis == 0) {
            return false;
        }
        return switch (tokens.get(parenthesis - 1).getType()) {
            case FilterExpressionParser.NAME, FilterExpressionParser.QUOTED_NAME -> true;
            case FilterExpressionParser.TRUE, FilterExpressionParser.FALSE, FilterExpressionParser.NULL ->
                parenthesis > 1 && tokens.get(parenthesis - 2).getType() == FilterExpressionParser.DOT;
            default -> false;
        };
    }

    private void open(boolean call) {
        calls.set(waiting.size(), call);
        waiting.add(nots);
        nots = 0;
        if (call) {
            callInCall |= openCalls > 0;
            openCalls++;
        } else {
            depth++;
        }
    }

    private void close() {
        if (!waiting.isEmpty()) {
            depth -= nots;
            nots = waiting.remove(waiting.size() - 1);
            if (calls.get(waiting.size())) {
                openCalls--;
            } else {
                depth--;
            }
            endOperand();
        }
    }

    private void endOperand() {
        depth -= nots;
        nots = 0;
    }
}
