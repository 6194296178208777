package dev.connectorkit.filter.internal.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A number of a filter, prepared to be compared with numbers of any kind without making decimals of them. */
final class NumberConstant {

    final BigDecimal value;
    /** The largest whole number not above the value, as far as a long reaches. */
    private final long floor;

    final boolean whole;
    private final int beyondLong;
    private final double nearest;
    /** How the shortest decimal of {@link #nearest} compares with the value. */
    private final int nearestCompared;

    NumberConstant(BigDecimal value) {
        this.value = value;
        BigInteger integer = value.setScale(0, RoundingMode.FLOOR).toBigInteger();
        this.beyondLong = integer.bitLength() > 63 ? integer.signum() : 0;
        this.floor = integer.longValue();
        this.whole = beyondLong == 0 && value.compareTo(new BigDecimal(integer)) == 0;
        this.nearest = value.doubleValue();
        this.nearestCompared = Numbers.shortest(nearest).compareTo(value);
    }

    long asLong() {
        return floor;
    }

    /** Compares {@code number} with this. */
    int compare(long number) {
        if (beyondLong != 0) {
            return -beyondLong;
        }
        if (whole) {
            return Long.compare(number, floor);
        }
        return number <= floor ? -1 : 1;
    }

    /** Compares {@code number}, which is finite, with this. */
    int compare(double number) {
        if (number < nearest) {
            return -1;
        }
        return number > nearest ? 1 : nearestCompared;
    }

    int compare(Number number) {
        if (Numbers.isWhole(number)) {
            return compare(number.longValue());
        }
        return number instanceof Double
                ? compare(number.doubleValue())
                : Numbers.decimal(number).compareTo(value);
    }
}
