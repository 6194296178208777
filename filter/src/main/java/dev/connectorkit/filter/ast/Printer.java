package dev.connectorkit.filter.ast;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes expressions back as filter text. */
final class Printer implements Visitor<Void> {
    private static final char AFTER_CYRILLIC = '\u0530';

    private static final Set<String> RESERVED = Set.of("true", "false", "null", "and", "or", "not");

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Expr expression) {
        var printer = new Printer();
        expression.accept(printer);
        return printer.out.toString();
    }

    @Override
    public Void visitOr(Expr.Or or) {
        join(or.operands(), " || ", Expr.Or.class, Expr.Or.class);
        return done();
    }

    @Override
    public Void visitAnd(Expr.And and) {
        join(and.operands(), " && ", Expr.Or.class, Expr.And.class);
        return done();
    }

    @Override
    public Void visitNot(Expr.Not not) {
        out.append('!');
        Expr operand = not.operand();
        boolean loose = operand instanceof Expr.Or || operand instanceof Expr.And || operand instanceof Expr.Comparison;
        print(operand, loose);
        return done();
    }

    @Override
    public Void visitComparison(Expr.Comparison comparison) {
        printSide(comparison.left());
        out.append(' ').append(comparison.operator().symbol()).append(' ');
        printSide(comparison.right());
        return done();
    }

    @Override
    public Void visitCall(Expr.Call call) {
        call.target().accept(this);
        out.append('.').append(call.method().methodName()).append('(');
        String separator = "";
        for (Expr argument : call.arguments()) {
            out.append(separator);
            argument.accept(this);
            separator = ", ";
        }
        out.append(')');
        return done();
    }

    @Override
    public Void visitAttribute(Expr.Attribute attribute) {
        List<String> path = attribute.path();
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            if (i > 0) {
                out.append('.');
            }
            boolean taken = i == 0 ? RESERVED.contains(name.toLowerCase(Locale.ROOT)) : Method.named(name) != null;
            out.append(taken || !isIdentifier(name) ? "`" + name + "`" : name);
        }
        return done();
    }

    @Override
    public Void visitLiteral(Expr.Literal literal) {
        if (literal.value() instanceof String text) {
            printText(text);
        } else {
            out.append(literal.value());
        }
        return done();
    }

    private void printSide(Expr side) {
        boolean condition = !(side instanceof Expr.Call || isOperand(side));
        print(side, condition);
    }

    private static boolean isOperand(Expr side) {
        return side instanceof Expr.Attribute || side instanceof Expr.Literal;
    }

    private void join(List<Expr> operands, String separator, Class<? extends Expr> looser, Class<? extends Expr> same) {
        String before = "";
        for (Expr operand : operands) {
            out.append(before);
            print(operand, looser.isInstance(operand) || same.isInstance(operand));
            before = separator;
        }
    }

    private void print(Expr expression, boolean inParentheses) {
        if (inParentheses) {
            out.append('(');
        }
        expression.accept(this);
        if (inParentheses) {
            out.append(')');
        }
    }

    private void printText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\u000B' -> out.append("\\v");
                default -> {
                    if (Character.isISOControl(c) || (Character.isSurrogate(c) && isLone(text, i))) {
                        out.append("\\u").append(hex(c >> 12)).append(hex(c >> 8));
                        out.append(hex(c >> 4)).append(hex(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }

    private static char hex(int digit) {
        return Character.forDigit(digit & 0xF, 16);
    }

    /**
     * Letters after the Cyrillic ones are quoted although most need not be: which of them are letters varies with the
     * Unicode version, and so between the JDK that prints and the grammar that parses.
     */
    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c == '_'
                    || c == '$'
                    || (c < 0x80 ? isAsciiLetter(c) : c < AFTER_CYRILLIC && Character.isLetter(c))
                    || (i > 0 && c >= '0' && c <= '9');
            if (!plain) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @SuppressWarnings("NullAway") // Void has no other value.
    private static Void done() {
        return null;
    }
}
