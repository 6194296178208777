package dev.connectorkit.filter.internal.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Numbers as exact decimals, and which texts are numbers. */
final class Numbers {

    /** Plain digits of more than this many characters would only exhaust memory. */
    private static final int MAX_PLAIN_DIGITS = 2_000;

    private static final double EXACT = 1L << 53;

    private Numbers() {}

    /** Tells whether this is a number to calculate with; NaN, infinities and numbers of unknown kinds are text. */
    static boolean isNumber(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return true;
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        return value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof Short
                || value instanceof Byte
                || (value instanceof Number number && unknownKind(number) != null);
    }

    static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    static BigDecimal decimal(Number number) {
        if (isWhole(number)) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof Double) {
            return shortest(number.doubleValue());
        }
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Float) {
            return shortest(number.floatValue());
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        BigDecimal value = unknownKind(number);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static @Nullable BigDecimal unknownKind(Number number) {
        if (number instanceof AtomicInteger || number instanceof AtomicLong) {
            return BigDecimal.valueOf(number.longValue());
        }
        String text = Values.toText(number);
        return parse(text);
    }

    static int compare(Number a, Number b) {
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (a instanceof Double && b instanceof Double) {
            return a.doubleValue() == b.doubleValue() ? 0 : Double.compare(a.doubleValue(), b.doubleValue());
        }
        return decimal(a).compareTo(decimal(b));
    }

    static boolean isOne(Number number) {
        return isWhole(number) ? number.longValue() == 1 : decimal(number).compareTo(BigDecimal.ONE) == 0;
    }

    static boolean isZero(Number number) {
        return isWhole(number) ? number.longValue() == 0 : decimal(number).signum() == 0;
    }

    /** Returns the shortest decimal that reads back as {@code value}; {@code Double.toString} is longer at times. */
    static BigDecimal shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return BigDecimal.valueOf((long) value);
        }
        BigDecimal best = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(value);
        for (int precision = best.precision(); precision > 0; precision--) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() != value) {
                break;
            }
            best = rounded;
        }
        return best;
    }

    static BigDecimal shortest(float value) {
        BigDecimal best = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(value);
        for (int precision = best.precision(); precision > 0; precision--) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() != value) {
                break;
            }
            best = rounded;
        }
        return best;
    }

    /** Returns the plain digits, without exponent or trailing zeros. */
    static String text(Number number) {
        if (isWhole(number)) {
            return number.toString();
        }
        BigDecimal decimal = decimal(number);
        if (decimal.signum() == 0) {
            return "0";
        }
        long integerDigits = (long) decimal.precision() - decimal.scale();
        if (Math.abs(integerDigits) > MAX_PLAIN_DIGITS || decimal.precision() > MAX_PLAIN_DIGITS) {
            return decimal.toString();
        }
        return decimal.stripTrailingZeros().toPlainString();
    }

    /** Returns the value of a numeric text, or null if the text is not numeric. */
    static @Nullable BigDecimal parse(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        if (!isNumeric(text, start, end)) {
            return null;
        }
        String digits = text.substring(start, end);
        double nearest = Double.parseDouble(digits);
        if (Double.isInfinite(nearest)) {
            return null;
        }
        if (nearest == 0) {
            return hasOnlyZeros(digits) ? BigDecimal.ZERO : null;
        }
        return new BigDecimal(digits);
    }

    /** Digits with at most one point, an optional sign before and an optional exponent after them. */
    private static boolean isNumeric(String text, int start, int end) {
        int i = start;
        if (i < end && isSign(text.charAt(i))) {
            i++;
        }
        int digits = 0;
        boolean point = false;
        while (i < end && (isDigit(text.charAt(i)) || (text.charAt(i) == '.' && !point))) {
            if (text.charAt(i) == '.') {
                point = true;
            } else {
                digits++;
            }
            i++;
        }
        if (digits == 0) {
            return false;
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < end && isSign(text.charAt(i))) {
                i++;
            }
            int exponent = i;
            while (i < end && isDigit(text.charAt(i))) {
                i++;
            }
            return i == end && i > exponent;
        }
        return i == end;
    }

    private static boolean hasOnlyZeros(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == 'e' || c == 'E') {
                return true;
            }
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Tells whether Unicode gives {@code c} the property White_Space. */
    static boolean isWhiteSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == '\u0085'
                || c == '\u00A0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u3000';
    }
}
