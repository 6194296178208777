package dev.connectorkit.filter.internal.parse;

import dev.connectorkit.filter.ast.Operator;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written, before it is decided what may be a condition and what an operand. Parentheses are kept. */
public sealed interface SyntaxNode {

    /** Returns the place in the text. */
    Span span();

    /** Which operators a chain holds. */
    enum ChainKind {
        OR,
        AND,
        COMPARISON
    }

    /**
     * Parts joined by operators of one precedence.
     *
     * @param operators one fewer than operands; their places
     * @param comparisons the operators of a {@link ChainKind#COMPARISON}, else empty
     */
    record Chain(ChainKind kind, List<SyntaxNode> operands, List<Span> operators, List<Operator> comparisons, Span span)
            implements SyntaxNode {}

    /** {@code !operand}. */
    record Negation(Span operator, SyntaxNode operand, Span span) implements SyntaxNode {}

    /** {@code (inner)}. */
    record Group(SyntaxNode inner, Span span) implements SyntaxNode {}

    /**
     * A path, called or not.
     *
     * @param arguments lists spread; null if there are no parentheses
     */
    record Reference(List<Name> path, @Nullable List<SyntaxNode> arguments, Span span) implements SyntaxNode {
        /** Returns the last name of the path. */
        public Name last() {
            return path.get(path.size() - 1);
        }
    }

    /** One name of a path; the text is without backticks. */
    record Name(String text, boolean quoted, Span span) {}

    /** A text, number, boolean or null. */
    record Constant(@Nullable Object value, Span span) implements SyntaxNode {}

    /** Stands where something is missing that was already reported. */
    record Missing(Span span) implements SyntaxNode {}
}
