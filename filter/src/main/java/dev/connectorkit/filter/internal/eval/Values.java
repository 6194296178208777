package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Operator;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coercion table: how values of any kind compare. Nothing here throws. */
final class Values {

    /** Data nested deeper than this holds no match; it may well be nested in itself. */
    private static final int MAX_DEPTH = 1_000;

    private Values() {}

    /** Reduces a value to null, String, a number, Boolean, Collection or Map. */
    static @Nullable Object normal(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Map
                || value instanceof Collection
                || (value instanceof Number && Numbers.isNumber(value))) {
            return value;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            var list = new ArrayList<Object>(length);
            for (int i = 0; i < length; i++) {
                list.add(Array.get(value, i));
            }
            return list;
        }
        return toText(value);
    }

    /** Returns what {@code toString} says; a value that cannot say anything is the empty text. */
    static String toText(Object value) {
        try {
            String text = value.toString();
            return text == null ? "" : text;
        } catch (RuntimeException broken) {
            // Evaluation never throws, not even for a value whose toString does.
            return "";
        }
    }

    /** Returns the value a path leads to; null if it leads nowhere. */
    static @Nullable Object read(Map<String, ? extends @Nullable Object> data, List<String> path) {
        Object value = data.get(path.get(0));
        for (int i = 1; i < path.size(); i++) {
            value = member(value, path.get(i));
        }
        return value;
    }

    /** Returns a member of a nested object; null if there is none. */
    static @Nullable Object member(@Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        try {
            return map.get(name);
        } catch (ClassCastException | NullPointerException foreignKeys) {
            // A sorted map of other keys cannot look a text up: the name is absent.
            return null;
        }
    }

    static boolean equal(@Nullable Object a, @Nullable Object b, boolean strict) {
        return equal(a, b, strict, 0);
    }

    private static boolean equal(@Nullable Object left, @Nullable Object right, boolean strict, int depth) {
        Object a = normal(left);
        Object b = normal(right);
        if (a == null || b == null || depth > MAX_DEPTH) {
            return a == null && b == null;
        }
        if (a instanceof Collection<?> first) {
            return b instanceof Collection<?> second
                    ? sameElements(first, second, strict, depth)
                    : someEqual(first, b, strict, depth);
        }
        if (b instanceof Collection<?> second) {
            return someEqual(second, a, strict, depth);
        }
        if (a instanceof Map<?, ?> || b instanceof Map<?, ?>) {
            return a instanceof Map<?, ?> && b instanceof Map<?, ?> && sameJson(a, b, depth);
        }
        return sameScalar(a, b, strict);
    }

    private static boolean someEqual(Collection<?> elements, Object other, boolean strict, int depth) {
        for (Object element : elements) {
            if (equal(element, other, strict, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameElements(Collection<?> first, Collection<?> second, boolean strict, int depth) {
        if (first.size() != second.size()) {
            return false;
        }
        var others = second.iterator();
        for (Object element : first) {
            if (!others.hasNext() || !equal(element, others.next(), strict, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameScalar(Object a, Object b, boolean strict) {
        if (a instanceof String text) {
            return b instanceof String other ? text.equals(other) : !strict && textEquals(text, b);
        }
        if (b instanceof String text) {
            return !strict && textEquals(text, a);
        }
        if (a instanceof Number number) {
            return b instanceof Number other ? Numbers.compare(number, other) == 0 : !strict && flagEquals(b, number);
        }
        return b instanceof Number number ? !strict && flagEquals(a, number) : a.equals(b);
    }

    private static boolean textEquals(String text, Object value) {
        if (value instanceof Number number) {
            BigDecimal numeric = Numbers.parse(text);
            return numeric != null && numeric.compareTo(Numbers.decimal(number)) == 0;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals(value.toString());
        }
        BigDecimal numeric = Numbers.parse(text);
        return numeric != null && flagEquals(value, numeric);
    }

    /** Databases deliver flags as 1 and 0. */
    private static boolean flagEquals(Object flag, Number number) {
        return Boolean.TRUE.equals(flag) ? Numbers.isOne(number) : Numbers.isZero(number);
    }

    /** Compares as JSON values: 1 is 1.0, members come in any order, nothing is converted. */
    private static boolean sameJson(@Nullable Object left, @Nullable Object right, int depth) {
        Object a = normal(left);
        Object b = normal(right);
        if (a == null || b == null || depth > MAX_DEPTH) {
            return a == null && b == null;
        }
        if (a instanceof Map<?, ?> first && b instanceof Map<?, ?> second) {
            return sameMembers(first, second, depth);
        }
        if (a instanceof Collection<?> first && b instanceof Collection<?> second) {
            if (first.size() != second.size()) {
                return false;
            }
            var others = second.iterator();
            for (Object element : first) {
                if (!others.hasNext() || !sameJson(element, others.next(), depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        boolean scalars = isScalar(a) && isScalar(b);
        return scalars && sameScalar(a, b, true);
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static boolean sameMembers(Map<?, ?> first, Map<?, ?> second, int depth) {
        if (first.size() != second.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : first.entrySet()) {
            Object name = entry.getKey();
            Object other;
            try {
                other = second.get(name);
                if (other == null && !second.containsKey(name)) {
                    return false;
                }
            } catch (ClassCastException | NullPointerException foreignKeys) {
                // See member: a map that cannot look the name up does not have it.
                return false;
            }
            if (!sameJson(entry.getValue(), other, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    static boolean ordered(@Nullable Object left, Operator operator, @Nullable Object right) {
        return ordered(left, operator, right, 0);
    }

    private static boolean ordered(@Nullable Object left, Operator operator, @Nullable Object right, int depth) {
        Object a = normal(left);
        Object b = normal(right);
        if (a == null || b == null || depth > MAX_DEPTH) {
            return false;
        }
        if (a instanceof Collection<?> elements) {
            for (Object element : elements) {
                if (ordered(element, operator, b, depth + 1)) {
                    return true;
                }
            }
            return false;
        }
        if (b instanceof Collection<?> elements) {
            for (Object element : elements) {
                if (ordered(a, operator, element, depth + 1)) {
                    return true;
                }
            }
            return false;
        }
        if (a instanceof String text && b instanceof String other) {
            return holds(operator, text.compareTo(other));
        }
        Number first = a instanceof Number number ? number : a instanceof String text ? Numbers.parse(text) : null;
        Number second = b instanceof Number number ? number : b instanceof String text ? Numbers.parse(text) : null;
        return first != null && second != null && holds(operator, Numbers.compare(first, second));
    }

    static boolean holds(Operator operator, int comparison) {
        return switch (operator) {
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case EQUAL, STRICTLY_EQUAL -> comparison == 0;
            case NOT_EQUAL, NOT_STRICTLY_EQUAL -> comparison != 0;
        };
    }

    static boolean compare(@Nullable Object left, Operator operator, @Nullable Object right) {
        return switch (operator) {
            case EQUAL -> equal(left, right, false);
            case NOT_EQUAL -> !equal(left, right, false);
            case STRICTLY_EQUAL -> equal(left, right, true);
            case NOT_STRICTLY_EQUAL -> !equal(left, right, true);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(left, operator, right);
        };
    }

    /** Tells whether a value is true as a condition. */
    static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean flag ? flag : equal(value, true, false);
    }

    static boolean isNull(@Nullable Object value) {
        return value == null || (value instanceof String text ? text.isEmpty() : "".equals(normal(value)));
    }

    static boolean isEmpty(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        Object normal = normal(value);
        return normal == null
                || normal.equals("")
                || (normal instanceof Collection<?> collection && collection.isEmpty())
                || (normal instanceof Map<?, ?> map && map.isEmpty());
    }

    /** Returns the text of a scalar; null for what has none: null, lists and objects. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        Object normal = normal(value);
        if (normal instanceof Number number) {
            return Numbers.text(number);
        }
        return normal instanceof String || normal instanceof Boolean ? normal.toString() : null;
    }

    /** Returns the elements, those of nested lists included, of a multi-valued value; else the value alone. */
    static List<@Nullable Object> elements(@Nullable Object value) {
        List<@Nullable Object> elements = new ArrayList<>();
        addElements(value, elements, 0);
        return elements;
    }

    private static void addElements(@Nullable Object value, List<@Nullable Object> elements, int depth) {
        Object normal = normal(value);
        if (normal instanceof Collection<?> collection) {
            for (Object element : depth > MAX_DEPTH ? List.of() : collection) {
                addElements(element, elements, depth + 1);
            }
        } else {
            elements.add(normal);
        }
    }
}
