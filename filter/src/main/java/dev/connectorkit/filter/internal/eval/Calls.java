package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The steps that call a method. */
final class Calls {

    private Calls() {}

    /** {@code a.isNull()}. */
    static final class IsNull extends Reading {
        IsNull(List<String> path, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            return Values.isNull(data.get(name));
        }
    }

    /** {@code a.isEmpty()}. */
    static final class IsEmpty extends Reading {
        IsEmpty(List<String> path, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            return Values.isEmpty(data.get(name));
        }
    }

    /** {@code a.startsWith("text")}. */
    static final class StartsWith extends Reading {
        private final String text;

        StartsWith(List<String> path, String text, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.text = text;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return own.startsWith(text);
            }
            return value != null && Methods.find(value, Method.STARTS_WITH, text);
        }
    }

    /** {@code a.endsWith("text")}. */
    static final class EndsWith extends Reading {
        private final String text;

        EndsWith(List<String> path, String text, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.text = text;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return own.endsWith(text);
            }
            return value != null && Methods.find(value, Method.ENDS_WITH, text);
        }
    }

    /** {@code a.startsWithIgnoreCase("text")}. */
    static final class StartsWithIgnoreCase extends Reading {
        private final String text;

        StartsWithIgnoreCase(List<String> path, String lower, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.text = lower;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return Texts.startsWithIgnoreCase(own, text);
            }
            return value != null && Methods.find(value, Method.STARTS_WITH_IGNORE_CASE, text);
        }
    }

    /** {@code a.endsWithIgnoreCase("text")}. */
    static final class EndsWithIgnoreCase extends Reading {
        private final String text;

        EndsWithIgnoreCase(List<String> path, String lower, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.text = lower;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return Texts.endsWithIgnoreCase(own, text);
            }
            return value != null && Methods.find(value, Method.ENDS_WITH_IGNORE_CASE, text);
        }
    }

    /** {@code a.contains("text")} and {@code a.containsAll("text", …)}. */
    static final class ContainsTexts extends Reading {
        private final String[] texts;

        ContainsTexts(List<String> path, List<String> texts, Step whenTrue, Step whenFalse) {
            super(path, whenTrue, whenFalse);
            this.texts = texts.toArray(new String[0]);
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value == null) {
                return false;
            }
            for (String text : texts) {
                if (!contains(value, text)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean contains(Object value, String text) {
            if (value instanceof String own) {
                return own.contains(text);
            }
            if (value instanceof List<?> list && value instanceof RandomAccess) {
                // Most elements are texts; indexing makes no iterator.
                for (int i = 0, size = list.size(); i < size; i++) {
                    Object element = list.get(i);
                    if (!(element instanceof String)) {
                        return Methods.contains(value, text);
                    }
                    if (element.equals(text)) {
                        return true;
                    }
                }
                return false;
            }
            return Methods.contains(value, text);
        }
    }

    /** Any other call: arguments of other kinds, attributes among them. */
    static final class Other extends Step {
        private final List<String> path;
        private final Method method;
        private final List<Expr> arguments;

        Other(List<String> path, Method method, List<Expr> arguments, Step whenTrue, Step whenFalse) {
            super(whenTrue, whenFalse);
            this.path = path;
            this.method = method;
            this.arguments = arguments;
        }

        @Override
        boolean test(Map<String, ? extends @Nullable Object> data) {
            Object value = Reading.read(data, path);
            List<@Nullable Object> values = new ArrayList<>(arguments.size());
            for (Expr argument : arguments) {
                values.add(
                        argument instanceof Expr.Attribute attribute
                                ? Reading.read(data, attribute.path())
                                : ((Expr.Literal) argument).value());
            }
            return Methods.call(value, method, values);
        }
    }
}
