package dev.connectorkit.filter.internal.parse;

import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of text and number literals. */
final class Literals {

    private Literals() {}

    /** Returns the value of a quoted text; {@code offset} is where its opening quote stands in the filter. */
    static String text(String quoted, int offset, List<Finding> findings) {
        int backslash = quoted.indexOf('\\');
        if (backslash < 0) {
            return quoted.substring(1, quoted.length() - 1);
        }
        var value = new StringBuilder(quoted.length());
        int end = quoted.length() - 1;
        int i = 1;
        while (i < end) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                value.append(c);
                i++;
                continue;
            }
            int length = escapeLength(quoted, i, end);
            if (length == 0) {
                int shown = Character.charCount(quoted.codePointAt(i + 1));
                var span = new Span(offset + i, offset + Math.min(i + 1 + shown, end));
                findings.add(Finding.of(
                        IssueCode.UNKNOWN_ESCAPE.at(span, quoted.substring(i, i + span.length())),
                        new Span(offset + i, offset + i),
                        "\\"));
                value.append('\\');
                i++;
            } else {
                value.append(escaped(quoted, i));
                if (i == 3 && Character.isLetter(quoted.charAt(1)) && quoted.charAt(2) == ':') {
                    driveLetter(quoted, offset, findings);
                }
                i += length;
            }
        }
        return value.toString();
    }

    private static void driveLetter(String quoted, int offset, List<Finding> findings) {
        String meaning = switch (quoted.charAt(4)) {
            case 'n' -> "a line feed";
            case 'r' -> "a carriage return";
            case 't' -> "a tab";
            case 'b' -> "a backspace";
            case 'f' -> "a form feed";
            case 'v' -> "a vertical tab";
            case '0' -> "a null character";
            case 'u' -> "a character code";
            default -> "";
        };
        if (!meaning.isEmpty()) {
            findings.add(Finding.of(
                    IssueCode.DRIVE_LETTER_ESCAPE.at(new Span(offset + 3, offset + 5), quoted.substring(3, 5), meaning),
                    new Span(offset + 3, offset + 3),
                    "\\"));
        }
    }

    /** Returns the length of the escape at {@code at}, or 0 if it is none. */
    private static int escapeLength(String quoted, int at, int end) {
        return switch (quoted.charAt(at + 1)) {
            case '"', '\'', '\\', '/', 'n', 'r', 't', 'b', 'f', 'v' -> 2;
            case '0' -> at + 2 < end && isDigit(quoted.charAt(at + 2)) ? 0 : 2;
            case 'u' -> isHex(quoted, at + 2, end) ? 6 : 0;
            default -> 0;
        };
    }

    private static char escaped(String quoted, int at) {
        char c = quoted.charAt(at + 1);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000B';
            case '0' -> '\0';
            case 'u' -> (char) Integer.parseInt(quoted.substring(at + 2, at + 6), 16);
            default -> c;
        };
    }

    private static boolean isHex(String text, int from, int end) {
        if (from + 4 > end) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            if (!(isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns the exact value of a number, or null if it is beyond the range of a double. */
    static @Nullable BigDecimal number(String digits) {
        double nearest = Double.parseDouble(digits);
        if (Double.isInfinite(nearest)) {
            return null;
        }
        if (nearest == 0) {
            return isZero(digits) ? BigDecimal.ZERO : null;
        }
        return new BigDecimal(digits);
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == 'e' || c == 'E') {
                break;
            }
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }
}
