package dev.connectorkit.filter.internal.sdk;

import dev.connectorkit.filter.internal.sdk.Node.Inert;
import dev.connectorkit.filter.internal.sdk.grammar.SdkLexer;

/** A binary operator as it stands in the text. */
record Operator(int type, String image) {

    /** Returns how tightly a token binds as a binary operator, from 1; 0 if it is none. */
    static int precedence(int type) {
        return switch (type) {
            case SdkLexer.OR, SdkLexer.COALESCE -> 1;
            case SdkLexer.AND -> 2;
            case SdkLexer.BIT_OR -> 3;
            case SdkLexer.BIT_XOR -> 4;
            case SdkLexer.BIT_AND -> 5;
            case SdkLexer.EQUALITY -> 6;
            case SdkLexer.RELATION -> 7;
            case SdkLexer.SHIFT -> 8;
            case SdkLexer.SUM -> 9;
            case SdkLexer.PRODUCT -> 10;
            case SdkLexer.POWER -> 11;
            default -> 0;
        };
    }

    /** Tells whether the operand between this operator and the next one is this one's; powers have no value either way. */
    boolean takesOperandBefore(Operator next) {
        return precedence(type) >= precedence(next.type);
    }

    Node join(Node left, Node right) {
        return switch (type) {
            case SdkLexer.OR -> Node.Chain.join(false, left, right);
            case SdkLexer.AND -> Node.Chain.join(true, left, right);
            case SdkLexer.EQUALITY, SdkLexer.RELATION -> compare(left, right);
            default -> Inert.INERT;
        };
    }

    private Node compare(Node leftNode, Node rightNode) {
        Node left = operand(leftNode);
        Node right = operand(rightNode);
        return switch (image) {
            case "==" -> new Node.Comparison(Relation.EQUAL, left, right);
            case "!=" -> new Node.Comparison(Relation.NOT_EQUAL, left, right);
            case "===" -> new Node.Comparison(Relation.STRICTLY_EQUAL, left, right);
            case "<" -> new Node.Comparison(Relation.LESS, left, right);
            case ">" -> new Node.Comparison(Relation.GREATER, left, right);
            case "<=" -> new Node.Comparison(Relation.LESS_OR_EQUAL, left, right);
            case ">=" -> new Node.Comparison(Relation.GREATER_OR_EQUAL, left, right);
            default -> Inert.INERT;
        };
    }

    private static Node operand(Node node) {
        return node instanceof Node.Attribute || node instanceof Node.Literal ? node : Inert.INERT;
    }
}
