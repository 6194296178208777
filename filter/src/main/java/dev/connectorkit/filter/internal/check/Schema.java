package dev.connectorkit.filter.internal.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes a filter may name.
 *
 * @param closed whether there are no others
 */
public record Schema(Map<String, Attribute> attributes, boolean closed) {

    /** The schema of which nothing is known. */
    public static final Schema UNKNOWN = new Schema(Map.of(), false);

    /** Keeps the map it is given, which must not change. */
    public Schema {}

    /** The kinds of values. */
    public enum Kind {
        TEXT("a string"),
        FLAG("a boolean"),
        INT("an int"),
        LONG("a long");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }

        boolean isNumber() {
            return this == INT || this == LONG;
        }
    }

    /** One attribute. */
    public record Attribute(Kind kind, boolean multiValued) {}

    boolean isKnown() {
        return closed || !attributes.isEmpty();
    }

    @Nullable
    Attribute attribute(String name) {
        return attributes.get(name);
    }
}
