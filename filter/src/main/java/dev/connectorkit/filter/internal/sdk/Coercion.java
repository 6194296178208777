package dev.connectorkit.filter.internal.sdk;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conversions and comparisons of ECMA-262, over plain Java values. */
final class Coercion {
    static final String OBJECT_TEXT = "[object Object]";

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern WITH_RADIX = Pattern.compile("0(?:[xX][0-9a-fA-F]++|[oO][0-7]++|[bB][01]++)");

    private Coercion() {}

    private enum Type {
        UNDEFINED,
        NULL,
        BOOLEAN,
        NUMBER,
        TEXT,
        OBJECT
    }

    private static Type type(@Nullable Object value) {
        if (value == null) {
            return Type.NULL;
        }
        if (value == Undefined.VALUE) {
            return Type.UNDEFINED;
        }
        if (value instanceof CharSequence) {
            return Type.TEXT;
        }
        if (value instanceof Number) {
            return Type.NUMBER;
        }
        if (value instanceof Boolean) {
            return Type.BOOLEAN;
        }
        boolean compound = value instanceof Collection
                || value instanceof Map
                || value instanceof Data.Inherited
                || value.getClass().isArray();
        return compound ? Type.OBJECT : Type.TEXT;
    }

    static boolean isText(@Nullable Object value) {
        return type(value) == Type.TEXT;
    }

    /** Returns the elements of a collection or array, and null of anything else. */
    static @Nullable List<@Nullable Object> elements(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        if (value == null || !value.getClass().isArray()) {
            return null;
        }
        int length = Array.getLength(value);
        List<@Nullable Object> elements = new ArrayList<>(length);
        for (int index = 0; index < length; index++) {
            elements.add(Array.get(value, index));
        }
        return elements;
    }

    /** The operator {@code ===}. */
    static boolean strictlyEqual(@Nullable Object left, @Nullable Object right) {
        Type type = type(left);
        if (type != type(right)) {
            return false;
        }
        return switch (type) {
            case UNDEFINED, NULL -> true;
            case NUMBER -> toNumber(left) == toNumber(right);
            case BOOLEAN, TEXT -> toText(left).equals(toText(right));
            case OBJECT -> left == right;
        };
    }

    /** The comparison of {@code Array.prototype.includes}: {@code ===}, but NaN equals itself. */
    static boolean sameValueZero(@Nullable Object left, @Nullable Object right) {
        return strictlyEqual(left, right)
                || (left instanceof Number
                        && right instanceof Number
                        && Double.isNaN(toNumber(left))
                        && Double.isNaN(toNumber(right)));
    }

    /** The operator {@code ==}. */
    static boolean looselyEqual(@Nullable Object left, @Nullable Object right) {
        Type leftType = type(left);
        Type rightType = type(right);
        if (leftType == rightType) {
            return strictlyEqual(left, right);
        }
        if (isNothing(leftType) || isNothing(rightType)) {
            return isNothing(leftType) && isNothing(rightType);
        }
        if (leftType == Type.BOOLEAN) {
            return looselyEqual(toNumber(left), right);
        }
        if (rightType == Type.BOOLEAN) {
            return looselyEqual(left, toNumber(right));
        }
        if (leftType == Type.OBJECT) {
            return looselyEqual(toText(left), right);
        }
        if (rightType == Type.OBJECT) {
            return looselyEqual(left, toText(right));
        }
        return toNumber(left) == toNumber(right);
    }

    private static boolean isNothing(Type type) {
        return type == Type.UNDEFINED || type == Type.NULL;
    }

    /** The operators {@code < > <= >=}: whether the sides are comparable, and their order is the wanted one. */
    static boolean ordered(@Nullable Object left, @Nullable Object right, IntPredicate wanted) {
        Object leftPrimitive = toPrimitive(left);
        Object rightPrimitive = toPrimitive(right);
        if (isText(leftPrimitive) && isText(rightPrimitive)) {
            return wanted.test(toText(leftPrimitive).compareTo(toText(rightPrimitive)));
        }
        double leftNumber = toNumber(leftPrimitive);
        double rightNumber = toNumber(rightPrimitive);
        if (Double.isNaN(leftNumber) || Double.isNaN(rightNumber)) {
            return false;
        }
        // Double.compare would order -0 before 0.
        return wanted.test(leftNumber < rightNumber ? -1 : leftNumber > rightNumber ? 1 : 0);
    }

    private static @Nullable Object toPrimitive(@Nullable Object value) {
        return type(value) == Type.OBJECT ? toText(value) : value;
    }

    private static double toNumber(@Nullable Object value) {
        return switch (type(value)) {
            case UNDEFINED -> Double.NaN;
            case NULL -> 0;
            case BOOLEAN -> Boolean.TRUE.equals(value) ? 1 : 0;
            case NUMBER -> value instanceof Number number ? number.doubleValue() : Double.NaN;
            case TEXT, OBJECT -> textToNumber(toText(value));
        };
    }

    private static double textToNumber(String text) {
        String stripped = strip(text);
        if (stripped.isEmpty()) {
            return 0;
        }
        // Double.parseDouble alone would also take 1d, 0x1p3 and NaN.
        if (DECIMAL.matcher(stripped).matches()) {
            return Double.parseDouble(stripped);
        }
        if (WITH_RADIX.matcher(stripped).matches()) {
            int radix = switch (stripped.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                default -> 2;
            };
            return new BigInteger(stripped.substring(2), radix).doubleValue();
        }
        return switch (stripped) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space and line terminators of ECMA-262; neither trim, strip nor Character.isWhitespace agrees. */
    private static boolean isBlank(char unit) {
        return (unit >= '\t' && unit <= '\r')
                || unit == ' '
                || unit == '\u00A0'
                || unit == '\u1680'
                || (unit >= '\u2000' && unit <= '\u200A')
                || unit == '\u2028'
                || unit == '\u2029'
                || unit == '\u202F'
                || unit == '\u205F'
                || unit == '\u3000'
                || unit == '\uFEFF';
    }

    /** Returns the text of a value as string concatenation and {@code Array.prototype.join} make it. */
    static String toText(@Nullable Object value) {
        if (value instanceof Number number) {
            return NumberText.of(number.doubleValue());
        }
        if (value == Undefined.VALUE) {
            return "undefined";
        }
        List<@Nullable Object> elements = elements(value);
        if (elements != null) {
            return join(elements);
        }
        if (value instanceof Map<?, ?> map) {
            // Its own toString is data, not a function.
            if (map.keySet().stream().anyMatch("toString"::equals)) {
                throw new SdkTypeException("Cannot convert object to primitive value");
            }
            return OBJECT_TEXT;
        }
        return String.valueOf(value);
    }

    private static String join(List<@Nullable Object> elements) {
        var joined = new StringBuilder();
        for (int index = 0; index < elements.size(); index++) {
            if (index > 0) {
                joined.append(',');
            }
            Object element = elements.get(index);
            if (element != null) {
                joined.append(toText(element));
            }
        }
        return joined.toString();
    }
}
