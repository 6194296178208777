package dev.connectorkit.filter.internal.sdk;

import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.COLON;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.COMMA;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.DOT;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.LEFT_BRACKET;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.LEFT_PARENTHESIS;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.NAME;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.NUMBER;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.OPTIONAL_DOT;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.PREFIX;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.QUESTION;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.RIGHT_BRACKET;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.RIGHT_PARENTHESIS;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.SEMICOLON;
import static dev.connectorkit.filter.internal.sdk.grammar.SdkLexer.STRING;
import static org.antlr.v4.runtime.Token.EOF;

import dev.connectorkit.filter.internal.sdk.Node.Inert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An LL(1) parser over the tokens of the grammar. A method that returns null has found nothing of its kind: either no
 * token was consumed, or an empty group was, which the SDK takes for nothing as well.
 */
final class Parser {
    static final int MAX_LENGTH = 65_536;
    static final int MAX_NESTING = 500;

    private final Tokens tokens;
    private int nesting;

    Parser(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new SdkSyntaxException("A filter has at most " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        this.tokens = new Tokens(text);
    }

    Parser(Tokens tokens) {
        this.tokens = tokens;
    }

    Node filter() {
        List<Node> statements = statements(EOF);
        return statements.size() == 1 ? statements.get(0) : Inert.INERT;
    }

    /** Reads expressions, with or without separators, up to the closing token or the end of the text. */
    private List<Node> statements(int closing) {
        List<Node> statements = new ArrayList<>();
        // The SDK passes over blanks only after an expression.
        boolean mayBeBlank = false;
        while (!tokens.at(EOF)) {
            boolean separator = tokens.at(SEMICOLON) || tokens.at(COMMA);
            if ((separator || tokens.at(closing)) && tokens.afterBlank() && !mayBeBlank) {
                throw unexpected();
            }
            if (tokens.at(closing)) {
                return statements;
            }
            if (separator) {
                tokens.advance();
                mayBeBlank = false;
                continue;
            }
            Node statement = expression();
            if (statement != null) {
                statements.add(statement);
                mayBeBlank = true;
            } else if (!tokens.at(EOF)) {
                throw unexpected();
            }
        }
        return statements;
    }

    /** Reads an operation, or a ternary. */
    private @Nullable Node expression() {
        if (nesting == MAX_NESTING) {
            throw new SdkSyntaxException(
                    "A filter has at most " + MAX_NESTING + " expressions inside one another", tokens.start());
        }
        nesting++;
        Node first = operation();
        boolean ternary = false;
        while (first != null && tokens.at(QUESTION)) {
            ternary = true;
            tokens.advance();
            if (expression() == null) {
                throw error("Expected expression");
            }
            if (!tokens.at(COLON)) {
                throw error("Expected :");
            }
            tokens.advance();
            if (operation() == null) {
                throw error("Expected expression");
            }
        }
        nesting--;
        return ternary ? Inert.INERT : first;
    }

    /** Reads operands joined by binary operators. */
    private @Nullable Node operation() {
        Node first = operand();
        if (first == null) {
            return null;
        }
        Deque<Node> operands = new ArrayDeque<>();
        Deque<Operator> operators = new ArrayDeque<>();
        operands.push(first);
        while (Operator.precedence(tokens.type()) > 0) {
            var operator = new Operator(tokens.type(), tokens.image());
            while (!operators.isEmpty() && operators.element().takesOperandBefore(operator)) {
                joinTopmost(operands, operators);
            }
            tokens.advance();
            operators.push(operator);
            int start = tokens.start();
            Node operand = operand();
            if (operand == null) {
                throw missing("Expected expression after " + operator.image(), start);
            }
            operands.push(operand);
        }
        while (!operators.isEmpty()) {
            joinTopmost(operands, operators);
        }
        return operands.pop();
    }

    private static void joinTopmost(Deque<Node> operands, Deque<Operator> operators) {
        Node right = operands.pop();
        Node left = operands.pop();
        operands.push(operators.pop().join(left, right));
    }

    /** Reads any number of prefix operators, and what they apply to. */
    private @Nullable Node operand() {
        if (!tokens.at(PREFIX)) {
            return primary();
        }
        var prefixes = new StringBuilder();
        while (tokens.at(PREFIX)) {
            prefixes.append(tokens.image());
            tokens.advance();
        }
        int start = tokens.start();
        Node operand = primary();
        if (operand == null) {
            throw missing("missing unaryOp argument", start);
        }
        for (char prefix : prefixes.reverse().toString().toCharArray()) {
            operand = prefix == '!' ? Node.Negation.of(operand) : Inert.INERT;
        }
        return operand;
    }

    private @Nullable Node primary() {
        if (tokens.at(NUMBER)) {
            return Literals.number(tokens);
        }
        Node operand = appendable();
        return operand == null ? null : postfixes(operand);
    }

    /** Reads an operand that members, indexes and arguments can be appended to. */
    private @Nullable Node appendable() {
        return switch (tokens.type()) {
            case STRING -> Literals.text(tokens);
            case NAME -> name();
            case LEFT_BRACKET -> array();
            case LEFT_PARENTHESIS -> group();
            default -> null;
        };
    }

    private Node array() {
        tokens.advance();
        items(RIGHT_BRACKET);
        return Inert.INERT;
    }

    /** Reads {@code ( … )}: the one expression in it, or several that have no value, or nothing. */
    private @Nullable Node group() {
        tokens.advance();
        List<Node> statements = statements(RIGHT_PARENTHESIS);
        if (!tokens.at(RIGHT_PARENTHESIS)) {
            throw error("Unclosed (");
        }
        tokens.advance();
        if (statements.isEmpty()) {
            return null;
        }
        return statements.size() == 1 ? statements.get(0) : Inert.INERT;
    }

    private Node postfixes(Node operand) {
        Node node = operand;
        while (true) {
            boolean optional = tokens.at(OPTIONAL_DOT);
            boolean dot = tokens.at(DOT);
            if (optional || dot) {
                tokens.advance();
            }
            if (!dot && tokens.at(LEFT_BRACKET)) {
                node = Node.Member.of(node, index());
            } else if (!dot && tokens.at(LEFT_PARENTHESIS)) {
                tokens.advance();
                node = Node.Call.of(node, items(RIGHT_PARENTHESIS));
            } else if (dot || optional) {
                if (!tokens.at(NAME)) {
                    throw error("Unexpected " + tokens.unit(tokens.start()));
                }
                node = Node.Member.of(node, tokens.image());
                tokens.advance();
            } else {
                return node;
            }
        }
    }

    /** Reads {@code [ … ]} after an operand, and returns the name that stands in it, if it is nothing but a name. */
    private @Nullable String index() {
        tokens.advance();
        Node index = expression();
        if (index == null) {
            throw unexpected();
        }
        if (!tokens.at(RIGHT_BRACKET)) {
            throw error("Unclosed [");
        }
        tokens.advance();
        return index instanceof Node.Attribute attribute ? attribute.name() : null;
    }

    /** Reads the rest of an argument list or array; a missing element of an array counts as one without a value. */
    private List<Node> items(int closing) {
        List<Node> items = new ArrayList<>();
        int commas = 0;
        boolean afterItem = false;
        while (!tokens.at(EOF)) {
            if (tokens.at(closing)) {
                tokens.advance();
                if (closing == RIGHT_PARENTHESIS && commas > 0 && commas >= items.size()) {
                    throw new SdkSyntaxException("Unexpected token )", tokens.previousEnd());
                }
                return items;
            }
            if (tokens.at(COMMA)) {
                tokens.advance();
                commas++;
                if (closing == RIGHT_PARENTHESIS && commas != items.size()) {
                    throw new SdkSyntaxException("Unexpected token ,", tokens.previousEnd());
                }
                while (items.size() < commas) {
                    items.add(Inert.INERT);
                }
                afterItem = false;
            } else {
                Node item = commas == 0 || commas == items.size() ? expression() : null;
                if (item == null) {
                    throw error("Expected comma");
                }
                items.add(item);
                afterItem = true;
            }
        }
        boolean blank = tokens.afterBlank() && !afterItem;
        throw error(blank ? "Expected comma" : closing == RIGHT_BRACKET ? "Expected ]" : "Expected )");
    }

    private Node name() {
        String name = tokens.image();
        tokens.advance();
        return switch (name) {
            case "true" -> new Node.Literal(true);
            case "false" -> new Node.Literal(false);
            case "null" -> new Node.Literal(null);
            case "this" -> Inert.INERT;
            default -> new Node.Attribute(name);
        };
    }

    private SdkSyntaxException unexpected() {
        return error("Unexpected \"" + tokens.unit(tokens.start()) + "\"");
    }

    private SdkSyntaxException error(String description) {
        return new SdkSyntaxException(description, tokens.start());
    }

    /** An operand that should start at a position is missing; if an empty group is there, the error is right after it. */
    private SdkSyntaxException missing(String description, int start) {
        return new SdkSyntaxException(description, tokens.start() == start ? start : tokens.previousEnd());
    }
}
