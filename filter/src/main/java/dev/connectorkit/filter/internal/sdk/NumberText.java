package dev.connectorkit.filter.internal.sdk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes a double as JavaScript does: {@code Number::toString} of ECMA-262. */
final class NumberText {
    private static final double EXACT_INTEGERS = 0x1p53;
    private static final int MOST_DIGITS = 17;

    private NumberText() {}

    static String of(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        if (Math.abs(number) < EXACT_INTEGERS && number == (long) number) {
            return Long.toString((long) number);
        }
        BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + layOut(digits, point);
    }

    /** Places the point after the given number of digits, or writes an exponent. */
    private static String layOut(String digits, int point) {
        if (point > 21 || point <= -6) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            int exponent = point - 1;
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    /**
     * Returns the shortest decimal that reads back as the number, and of several the closest, or even, one. Double.toString is not
     * always the shortest before JDK 19, and has at least two digits ever since.
     */
    private static BigDecimal shortest(double number) {
        var exact = new BigDecimal(number);
        for (int precision = 1; precision < MOST_DIGITS; precision++) {
            // Doubles are denser below a power of two than above it, so the neighbour further away may be the one.
            BigDecimal below = exact.round(new MathContext(precision, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(precision, RoundingMode.UP));
            boolean belowReadsBack = below.doubleValue() == number;
            boolean aboveReadsBack = above.doubleValue() == number;
            if (belowReadsBack && aboveReadsBack) {
                return exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            }
            if (belowReadsBack || aboveReadsBack) {
                return belowReadsBack ? below : above;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
