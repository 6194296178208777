package dev.connectorkit.filter.ast;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method of the filter language, called on an attribute: {@code email.endsWith("@example.com")}. */
public enum Method {
    /** {@code isNull()}: has no value, or is the empty text. */
    IS_NULL("isNull", 0, 0),
    /** {@code notNull()}: not {@link #IS_NULL}. */
    NOT_NULL("notNull", 0, 0),
    /** {@code isEmpty()}: has no value, or is an empty text, list or object. */
    IS_EMPTY("isEmpty", 0, 0),
    /** {@code notEmpty()}: not {@link #IS_EMPTY}. */
    NOT_EMPTY("notEmpty", 0, 0),
    /** {@code startsWith(text)}. */
    STARTS_WITH("startsWith", 1, 1),
    /** {@code startsWithIgnoreCase(text)}. */
    STARTS_WITH_IGNORE_CASE("startsWithIgnoreCase", 1, 1),
    /** {@code endsWith(text)}. */
    ENDS_WITH("endsWith", 1, 1),
    /** {@code endsWithIgnoreCase(text)}. */
    ENDS_WITH_IGNORE_CASE("endsWithIgnoreCase", 1, 1),
    /** {@code contains(value)}: a list has the element, or a text has the part. */
    CONTAINS("contains", 1, 1),
    /** {@code containsIgnoreCase(text)}: the text, or the text of some element, has the part. */
    CONTAINS_IGNORE_CASE("containsIgnoreCase", 1, 1),
    /** {@code containsAll(value, ...)}: contains every one, each as in {@link #CONTAINS}. */
    CONTAINS_ALL("containsAll", 1, Integer.MAX_VALUE),
    /** {@code containsAllIgnoreCase(text, ...)}: a list has every one as a whole element, a text as a part. */
    CONTAINS_ALL_IGNORE_CASE("containsAllIgnoreCase", 1, Integer.MAX_VALUE);

    private static final Map<String, Method> BY_NAME = new HashMap<>();

    static {
        for (Method method : values()) {
            BY_NAME.put(method.methodName, method);
        }
    }

    private final String methodName;
    private final int minArguments;
    private final int maxArguments;

    Method(String methodName, int minArguments, int maxArguments) {
        this.methodName = methodName;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
    }

    /** Returns the method written exactly like this, or null if there is none. */
    public static @Nullable Method named(String name) {
        return BY_NAME.get(name);
    }

    /** Returns the name as written in a filter. */
    public String methodName() {
        return methodName;
    }

    /** Tells whether the method can be called with this many arguments, lists spread. */
    public boolean accepts(int arguments) {
        return minArguments <= arguments && arguments <= maxArguments;
    }

    /** Returns the smallest number of arguments. */
    public int minArguments() {
        return minArguments;
    }

    /** Returns the largest number of arguments, {@link Integer#MAX_VALUE} where there is no limit. */
    public int maxArguments() {
        return maxArguments;
    }

    /** Tells whether letter case is ignored. */
    public boolean ignoresCase() {
        return methodName.endsWith("IgnoreCase");
    }
}
