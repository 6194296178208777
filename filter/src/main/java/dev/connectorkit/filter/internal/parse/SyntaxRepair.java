package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;
import static dev.connectorkit.filter.internal.parse.TokenRewriter.synthetic;

import java.util.List;
import org.antlr.v4.runtime.Token;

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

    private final TokenRewriter tokens;
    private final OperandRepair operands;
    private final OperatorRepair operators;

    SyntaxRepair(String text, List<Token> tokens, List<Finding> findings) {
        this.tokens = new TokenRewriter(text, tokens, findings);
        this.operands = new OperandRepair(this.tokens);
        this.operators = new OperatorRepair(this.tokens);
    }

    List<Token> repair() {
        while (tokens.type(tokens.at) != Token.EOF && tokens.findings.size() < MAX_FINDINGS) {
            if (tokens.operandExpected) {
                operands.operand();
            } else {
                operators.operator();
            }
        }
        if (tokens.type(tokens.at) != Token.EOF) {
            tokens.out.clear();
            tokens.out.add(synthetic(MISSING, tokens.token(tokens.at)));
        } else {
            new BracketRepair(tokens).end();
        }
        tokens.out.add(tokens.last());
        return tokens.out;
    }
}
