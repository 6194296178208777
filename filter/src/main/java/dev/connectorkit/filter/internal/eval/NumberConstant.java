package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Operator;
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

    /** Returns the smallest whole number that {@code number operator this} lets pass; above {@link #largest} if none. */
    long smallest(Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL -> {
                boolean none = beyondLong < 0 || (whole && floor == Long.MIN_VALUE && operator == Operator.LESS);
                yield none ? 1 : Long.MIN_VALUE;
            }
            case GREATER, GREATER_OR_EQUAL -> {
                if (beyondLong != 0) {
                    yield beyondLong > 0 ? 1 : Long.MIN_VALUE;
                }
                if (whole && operator == Operator.GREATER_OR_EQUAL) {
                    yield floor;
                }
                yield floor == Long.MAX_VALUE ? 1 : floor + 1;
            }
            default -> whole ? floor : 1;
        };
    }

    /** Returns the largest whole number that passes. */
    long largest(Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL -> {
                if (beyondLong != 0) {
                    yield beyondLong > 0 ? Long.MAX_VALUE : 0;
                }
                if (whole && operator == Operator.LESS) {
                    yield floor == Long.MIN_VALUE ? 0 : floor - 1;
                }
                yield floor;
            }
            case GREATER, GREATER_OR_EQUAL -> {
                boolean none = beyondLong > 0
                        || (beyondLong == 0
                                && floor == Long.MAX_VALUE
                                && !(whole && operator == Operator.GREATER_OR_EQUAL));
                yield none ? 0 : Long.MAX_VALUE;
            }
            default -> whole ? floor : 0;
        };
    }

    /** Compares {@code number}, which is finite, with this. */
    int compare(double number) {
        if (number < nearest) {
            return -1;
        }
        return number > nearest ? 1 : nearestCompared;
    }
}
