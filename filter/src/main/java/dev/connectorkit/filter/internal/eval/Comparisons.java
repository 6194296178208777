package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions that compare an attribute with a literal or with another attribute. */
final class Comparisons {

    private Comparisons() {}

    /** {@code a == "text"} and {@code a === "text"}. */
    record EqualsText(String name, String text, boolean strict) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return own.equals(text);
            }
            return value != null && Values.equal(value, text, strict);
        }
    }

    /**
     * A comparison with a number by any operator but the negative ones.
     *
     * @param min with {@code max} the range of the whole numbers that pass
     */
    record ComparesNumber(String name, Operator operator, NumberConstant number, long min, long max)
            implements Condition {

        static ComparesNumber of(String name, Operator operator, BigDecimal value) {
            var number = new NumberConstant(value);
            return new ComparesNumber(name, operator, number, number.smallest(operator), number.largest(operator));
        }

        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof Integer whole) {
                return min <= whole && whole <= max;
            }
            return value != null && holdsForOther(value);
        }

        private boolean holdsForOther(Object value) {
            if (value instanceof Long whole) {
                return min <= whole && whole <= max;
            }
            if (value instanceof Double fraction && Double.isFinite(fraction)) {
                return Values.holds(operator, number.compare(fraction.doubleValue()));
            }
            return Values.compare(value, operator, number.value);
        }
    }

    /** {@code a === 1}: rare enough to need no fast way. */
    record StrictlyEqualsNumber(String name, BigDecimal number) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            return value != null && Values.equal(value, number, true);
        }
    }

    /** {@code a == true}, {@code a === true} and {@code a} as a condition. */
    record EqualsBoolean(String name, boolean expected, boolean strict) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof Boolean own) {
                return own == expected;
            }
            return value != null && Values.equal(value, expected, strict);
        }
    }

    /** {@code a == null}. */
    record EqualsNull(String name) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return data.get(name) == null;
        }
    }

    /** {@code a < "text"} and the like. */
    record OrdersText(String name, Operator operator, String text) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return Values.holds(operator, own.compareTo(text));
            }
            return value != null && Values.ordered(value, operator, text);
        }
    }

    /** {@code a == b}. */
    record ComparesAttributes(List<String> left, Operator operator, List<String> right) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return Values.compare(Values.read(data, left), operator, Values.read(data, right));
        }
    }

    /** {@code (condition) == (condition)}. */
    record ComparesConditions(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return left.holds(data) == right.holds(data);
        }
    }
}
