package dev.connectorkit.filter.internal.sdk;

/** Reads numbers and text. Their tokens may be malformed: that is an error only where a literal is used. */
final class Literals {
    private Literals() {}

    static Node number(Tokens tokens) {
        String image = tokens.image();
        int end = tokens.end();
        String next = tokens.unit(end);
        boolean exponent = image.indexOf('e') >= 0 || image.indexOf('E') >= 0;
        if (exponent && !isDigit(image.charAt(image.length() - 1))) {
            throw new SdkSyntaxException("Expected exponent (" + image + next + ")", end);
        }
        if (!next.isEmpty() && isNameStart(next.charAt(0))) {
            throw new SdkSyntaxException("Variable names cannot start with a number (" + image + next + ")", end);
        }
        if (image.equals(".") || next.equals(".")) {
            throw new SdkSyntaxException("Unexpected period", end);
        }
        tokens.advance();
        // An exponent alone is accepted, and not a number.
        boolean exponentAlone = exponent && image.charAt(0) == '.' && !isDigit(image.charAt(1));
        return new Node.Literal(exponentAlone ? Double.NaN : Double.parseDouble(image));
    }

    static Node text(Tokens tokens) {
        String image = tokens.image();
        int end = tokens.end();
        var value = new StringBuilder(image.length());
        int index = 1;
        while (index < image.length() && image.charAt(index) != image.charAt(0)) {
            char unit = image.charAt(index++);
            if (unit == '\\' && index < image.length()) {
                unit = unescape(image.charAt(index++));
            } else if (unit == '\\') {
                // The text ends in a backslash, which escapes a character past the end: the error is there.
                throw unclosed(value, end + 1);
            }
            value.append(unit);
        }
        if (index == image.length()) {
            throw unclosed(value, end);
        }
        tokens.advance();
        return new Node.Literal(value.toString());
    }

    private static SdkSyntaxException unclosed(CharSequence value, int position) {
        return new SdkSyntaxException("Unclosed quote after \"" + value + "\"", position);
    }

    private static char unescape(char unit) {
        return switch (unit) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000B';
            default -> unit;
        };
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static boolean isNameStart(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || unit == '$'
                || unit == '_'
                || unit >= 0x80;
    }
}
