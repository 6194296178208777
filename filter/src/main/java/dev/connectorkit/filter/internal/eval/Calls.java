package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions that call a method. */
final class Calls {

    private Calls() {}

    /** {@code a.isNull()}. */
    record IsNull(String name) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return Values.isNull(data.get(name));
        }
    }

    /** {@code a.isEmpty()}. */
    record IsEmpty(String name) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            return Values.isEmpty(data.get(name));
        }
    }

    /** {@code a.startsWith("text")}. */
    record StartsWith(String name, String text) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return own.startsWith(text);
            }
            return value != null && Methods.find(value, Method.STARTS_WITH, text);
        }
    }

    /** {@code a.endsWith("text")}. */
    record EndsWith(String name, String text) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return own.endsWith(text);
            }
            return value != null && Methods.find(value, Method.ENDS_WITH, text);
        }
    }

    /** {@code a.startsWithIgnoreCase("text")}. */
    record StartsWithIgnoreCase(String name, String lower) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return Texts.startsWithIgnoreCase(own, lower);
            }
            return value != null && Methods.find(value, Method.STARTS_WITH_IGNORE_CASE, lower);
        }
    }

    /** {@code a.endsWithIgnoreCase("text")}. */
    record EndsWithIgnoreCase(String name, String lower) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value instanceof String own) {
                return Texts.endsWithIgnoreCase(own, lower);
            }
            return value != null && Methods.find(value, Method.ENDS_WITH_IGNORE_CASE, lower);
        }
    }

    /** {@code a.contains("text")} and {@code a.containsAll("text", …)}. */
    record ContainsTexts(String name, List<String> texts) implements Condition {

        /**
         * Lists that can be indexed, which makes no iterator. Looking for their classes is much faster than asking whether
         * they are of the interfaces List and RandomAccess.
         */
        private static final Class<?> LIST_OF_TWO = List.of("").getClass();

        private static final Class<?> LIST_OF_MORE = List.of("", "", "").getClass();
        private static final Class<?> LIST_OF_ARRAY = Arrays.asList("").getClass();

        ContainsTexts {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = data.get(name);
            if (value == null) {
                return false;
            }
            for (int i = 0; i < texts.size(); i++) {
                if (!contains(value, texts.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean contains(Object value, String text) {
            if (value instanceof String own) {
                return own.contains(text);
            }
            if (value instanceof ArrayList<?> list) {
                return hasElement(list, text);
            }
            // One branch for each class, so that the compiler knows which methods are called.
            Class<?> type = value.getClass();
            if (type == LIST_OF_MORE) {
                return hasElement((List<?>) value, text);
            }
            if (type == LIST_OF_TWO) {
                return hasElement((List<?>) value, text);
            }
            if (type == LIST_OF_ARRAY) {
                return hasElement((List<?>) value, text);
            }
            return Methods.contains(value, text);
        }

        private static boolean hasElement(List<?> list, String text) {
            for (int i = 0, size = list.size(); i < size; i++) {
                Object element = list.get(i);
                if (!(element instanceof String)) {
                    return Methods.contains(list, text);
                }
                if (element.equals(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Any other call: arguments of other kinds, attributes among them. */
    record Other(List<String> path, Method method, List<Expr> arguments) implements Condition {
        @Override
        public boolean holds(Map<String, ? extends @Nullable Object> data) {
            Object value = Values.read(data, path);
            List<@Nullable Object> values = new ArrayList<>(arguments.size());
            for (Expr argument : arguments) {
                values.add(
                        argument instanceof Expr.Attribute attribute
                                ? Values.read(data, attribute.path())
                                : ((Expr.Literal) argument).value());
            }
            return Methods.call(value, method, values);
        }
    }
}
