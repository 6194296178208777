package dev.connectorkit.filter.internal.sdk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A method of the SDK. Arguments are literals or {@link Undefined}; more than a method reads are ignored. */
enum Method {
    IS_NULL("isNull") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            return isNullOrEmpty(value);
        }
    },
    IS_EMPTY("isEmpty") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            return isNullOrEmpty(value);
        }
    },
    NOT_NULL("notNull") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            return !isNullOrEmpty(value);
        }
    },
    NOT_EMPTY("notEmpty") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            return !isNullOrEmpty(value);
        }
    },
    STARTS_WITH("startsWith") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            requireNotNull(value, "startsWith");
            String prefix = Coercion.toText(first(arguments));
            return requireText(value, "startsWith").startsWith(prefix);
        }
    },
    ENDS_WITH("endsWith") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            requireNotNull(value, "endsWith");
            String suffix = Coercion.toText(first(arguments));
            return requireText(value, "endsWith").endsWith(suffix);
        }
    },
    CONTAINS("contains") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            requireNotNull(value, "includes");
            return includes(value, first(arguments));
        }
    },
    STARTS_WITH_IGNORE_CASE("startsWithIgnoreCase") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            String text = LowerCase.of(requireText(value, "toLowerCase"));
            return text.startsWith(LowerCase.of(textOr("undefined", first(arguments))));
        }
    },
    ENDS_WITH_IGNORE_CASE("endsWithIgnoreCase") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            String text = LowerCase.of(requireText(value, "toLowerCase"));
            return text.endsWith(LowerCase.of(textOr("undefined", first(arguments))));
        }
    },
    CONTAINS_IGNORE_CASE("containsIgnoreCase") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            String part = LowerCase.of(textOr("", first(arguments)));
            if (Coercion.isText(value)) {
                return LowerCase.of(Coercion.toText(value)).contains(part);
            }
            List<?> elements = Coercion.elements(value);
            return elements != null
                    && elements.stream()
                            .anyMatch(element -> Coercion.isText(element)
                                    && LowerCase.of(Coercion.toText(element)).contains(part));
        }
    },
    CONTAINS_ALL("containsAll") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            for (Object argument : arguments) {
                requireNotNull(value, "includes");
                if (!includes(value, argument)) {
                    return false;
                }
            }
            return true;
        }
    },
    CONTAINS_ALL_IGNORE_CASE("containsAllIgnoreCase") {
        @Override
        boolean test(@Nullable Object value, List<@Nullable Object> arguments) {
            List<?> elements = Coercion.elements(value);
            if (elements == null) {
                return false;
            }
            for (Object argument : arguments) {
                String whole = LowerCase.of(textOr("", argument));
                if (elements.stream()
                        .noneMatch(element -> Coercion.isText(element)
                                && LowerCase.of(Coercion.toText(element)).equals(whole))) {
                    return false;
                }
            }
            return true;
        }
    };

    private static final Map<String, Method> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(method -> method.name, method -> method));

    private final String name;

    Method(String name) {
        this.name = name;
    }

    /** Returns the method of a name, or null: the SDK takes any name, and calls an unknown one false. */
    static @Nullable Method named(@Nullable String name) {
        return name == null ? null : BY_NAME.get(name);
    }

    abstract boolean test(@Nullable Object value, List<@Nullable Object> arguments);

    private static boolean isNullOrEmpty(@Nullable Object value) {
        return value == null
                || (Coercion.isText(value) && Coercion.toText(value).isEmpty());
    }

    private static @Nullable Object first(List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            throw new SdkTypeException("Cannot read properties of undefined (reading 'value')");
        }
        return arguments.get(0);
    }

    private static void requireNotNull(@Nullable Object value, String function) {
        if (value == null) {
            throw new SdkTypeException("Cannot read properties of null (reading '" + function + "')");
        }
    }

    private static String requireText(@Nullable Object value, String function) {
        requireNotNull(value, function);
        if (!Coercion.isText(value)) {
            throw new SdkTypeException("value." + function + " is not a function");
        }
        return Coercion.toText(value);
    }

    private static boolean includes(@Nullable Object value, @Nullable Object argument) {
        List<?> elements = Coercion.elements(value);
        return elements == null
                ? requireText(value, "includes").contains(Coercion.toText(argument))
                : elements.stream().anyMatch(element -> Coercion.sameValueZero(element, argument));
    }

    private static String textOr(String substitute, @Nullable Object argument) {
        return argument == null || argument == Undefined.VALUE ? substitute : Coercion.toText(argument);
    }
}
