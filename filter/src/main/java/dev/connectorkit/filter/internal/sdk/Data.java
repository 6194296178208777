package dev.connectorkit.filter.internal.sdk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The object under test, with the members that every JavaScript object inherits. */
final class Data {
    private static final Map<String, Inherited> INHERITED = Map.ofEntries(
            Inherited.function("constructor", "Object"),
            Inherited.function("__defineGetter__"),
            Inherited.function("__defineSetter__"),
            Inherited.function("__lookupGetter__"),
            Inherited.function("__lookupSetter__"),
            Inherited.function("hasOwnProperty"),
            Inherited.function("isPrototypeOf"),
            Inherited.function("propertyIsEnumerable"),
            Inherited.function("toLocaleString"),
            Inherited.function("toString"),
            Inherited.function("valueOf"),
            Map.entry("__proto__", new Inherited(Coercion.OBJECT_TEXT)));

    private final Map<String, ? extends @Nullable Object> attributes;

    Data(Map<String, ? extends @Nullable Object> attributes) {
        this.attributes = attributes;
    }

    boolean hasOwn(String name) {
        return attributes.containsKey(name);
    }

    @Nullable
    Object own(String name) {
        return attributes.get(name);
    }

    /** Returns what {@code data[name]} is: an attribute, an inherited member, or undefined. */
    @Nullable
    Object member(String name) {
        Object value = attributes.get(name);
        if (value != null || attributes.containsKey(name)) {
            return value;
        }
        Inherited inherited = INHERITED.get(name);
        return inherited == null ? Undefined.VALUE : inherited;
    }

    /** A member of {@code Object.prototype}; equal to itself and to its text. */
    static final class Inherited {
        private final String text;

        private Inherited(String text) {
            this.text = text;
        }

        private static Map.Entry<String, Inherited> function(String name) {
            return function(name, name);
        }

        private static Map.Entry<String, Inherited> function(String member, String name) {
            return Map.entry(member, new Inherited("function " + name + "() { [native code] }"));
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
