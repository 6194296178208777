package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Method;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the methods with arguments answer for any value. */
final class Methods {

    private static final int MAX_DEPTH = 1_000;

    private Methods() {}

    /** Answers {@code value.method(argument, ...)}; a multi-valued argument stands for its elements. */
    static boolean call(@Nullable Object value, Method method, List<? extends @Nullable Object> arguments) {
        boolean all = method == Method.CONTAINS_ALL || method == Method.CONTAINS_ALL_IGNORE_CASE;
        for (Object argument : arguments) {
            List<@Nullable Object> elements = Values.elements(argument);
            boolean some = false;
            boolean every = !elements.isEmpty();
            for (Object element : elements) {
                boolean one = element != null && callOne(value, method, element);
                some |= one;
                every &= one;
            }
            if (!(all ? every : some)) {
                return false;
            }
        }
        return true;
    }

    /** Answers for an argument that is neither null nor a list. */
    static boolean callOne(@Nullable Object value, Method method, Object argument) {
        if (method == Method.CONTAINS || method == Method.CONTAINS_ALL) {
            return contains(value, argument);
        }
        String text = Values.text(argument);
        if (text == null) {
            return false;
        }
        return find(value, method, method.ignoresCase() ? Texts.lower(text) : text, 0);
    }

    static boolean contains(@Nullable Object value, Object argument) {
        Object normal = Values.normal(value);
        if (normal instanceof Collection<?> collection) {
            return hasElement(collection, argument, 0);
        }
        String text = Values.text(normal);
        String part = text == null ? null : Values.text(argument);
        return text != null && part != null && text.contains(part);
    }

    private static boolean hasElement(Collection<?> collection, Object argument, int depth) {
        for (Object element : collection) {
            Object normal = Values.normal(element);
            boolean found = normal instanceof Collection<?> nested
                    ? depth < MAX_DEPTH && hasElement(nested, argument, depth + 1)
                    : normal != null && Values.equal(normal, argument, true);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Looks in the text of the value, or of some element; {@code text} is in lower case where case is ignored. */
    static boolean find(@Nullable Object value, Method method, String text) {
        return find(value, method, text, 0);
    }

    private static boolean find(@Nullable Object value, Method method, String text, int depth) {
        Object normal = Values.normal(value);
        if (normal instanceof Collection<?> collection) {
            if (depth < MAX_DEPTH) {
                for (Object element : collection) {
                    if (find(element, method, text, depth + 1)) {
                        return true;
                    }
                }
            }
            return false;
        }
        String own = Values.text(normal);
        return own != null && matches(own, method, text, depth > 0);
    }

    static boolean matches(String own, Method method, String text, boolean element) {
        return switch (method) {
            case STARTS_WITH -> own.startsWith(text);
            case STARTS_WITH_IGNORE_CASE -> Texts.startsWithIgnoreCase(own, text);
            case ENDS_WITH -> own.endsWith(text);
            case ENDS_WITH_IGNORE_CASE -> Texts.endsWithIgnoreCase(own, text);
            case CONTAINS_IGNORE_CASE -> Texts.containsIgnoreCase(own, text);
            case CONTAINS_ALL_IGNORE_CASE ->
                element ? Texts.equalsIgnoreCase(own, text) : Texts.containsIgnoreCase(own, text);
            case CONTAINS, CONTAINS_ALL -> own.contains(text);
            case IS_NULL, NOT_NULL, IS_EMPTY, NOT_EMPTY -> false;
        };
    }
}
