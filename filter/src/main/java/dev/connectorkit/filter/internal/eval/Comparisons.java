package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Operator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps that compare an attribute with a literal or with another attribute. */
final class Comparisons {

    private Comparisons() {}

    /** {@code a == "text"} and {@code a === "text"}. */
    static final class EqualsText extends Reading {
        private final String text;
        private final boolean strict;

        EqualsText(List<String> path, String text, boolean strict, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            // Values that are constants of the program are then found equal without comparing their text.
            this.text = text.intern();
            this.strict = strict;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return own.equals(text);
            }
            return value != null && Values.equal(value, text, strict);
        }
    }

    /** A comparison with a number by any operator but the negative ones; the whole numbers that pass are a range. */
    static final class ComparesNumber extends Reading {
        private final long min;
        private final long max;
        private final Operator operator;
        private final NumberConstant number;

        ComparesNumber(List<String> path, Operator operator, NumberConstant number, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.operator = operator;
            this.number = number;
            this.min = number.smallest(operator);
            this.max = number.largest(operator);
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof Integer whole) {
                return min <= whole && whole <= max;
            }
            return value != null && testOther(value);
        }

        private boolean testOther(Object value) {
            if (value instanceof Long whole) {
                return min <= whole && whole <= max;
            }
            if (value instanceof Double fraction && Double.isFinite(fraction)) {
                return Values.holds(operator, number.compare(fraction.doubleValue()));
            }
            return Values.compare(value, operator, number.value);
        }
    }

    /** {@code a == true}, {@code a === true} and {@code a} as a condition. */
    static final class EqualsBoolean extends Reading {
        private final boolean expected;
        private final boolean strict;

        EqualsBoolean(List<String> path, boolean expected, boolean strict, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.expected = expected;
            this.strict = strict;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof Boolean own) {
                return own == expected;
            }
            return value != null && Values.equal(value, expected, strict);
        }
    }

    /** {@code a == null}. */
    static final class EqualsNull extends Reading {
        EqualsNull(List<String> path, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            return data.get(name) == null;
        }
    }

    /** {@code a < "text"} and the like. */
    static final class OrdersText extends Reading {
        private final String text;
        private final Operator operator;

        OrdersText(List<String> path, Operator operator, String text, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.operator = operator;
            this.text = text;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return Values.holds(operator, own.compareTo(text));
            }
            return value != null && Values.ordered(value, operator, text);
        }
    }

    /** {@code a == b}. */
    static final class ComparesAttributes extends Step {
        private final List<String> left;
        private final Operator operator;
        private final List<String> right;

        ComparesAttributes(List<String> left, Operator operator, List<String> right, Step whenTrue, Step whenFalse) {
            super(whenTrue, whenFalse);
            this.left = left;
            this.operator = operator;
            this.right = right;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            return Values.compare(Reading.read(data, left), operator, Reading.read(data, right));
        }
    }

    /** {@code (condition) == (condition)}. */
    static final class ComparesConditions extends Step {
        private final Program left;
        private final Program right;

        ComparesConditions(Program left, Program right, Step whenTrue, Step whenFalse) {
            super(whenTrue, whenFalse);
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            return left.matches(data) == right.matches(data);
        }
    }
}
