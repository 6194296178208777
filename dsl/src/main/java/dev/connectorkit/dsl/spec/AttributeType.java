package dev.connectorkit.dsl.spec;

import dev.connectorkit.filter.ValueType;

/**
 * The type of a schema attribute or of a create template field.
 *
 * @since 0.1
 */
public enum AttributeType {
    /** Text. */
    STRING("string"),
    /** True or false. */
    BOOLEAN("boolean"),
    /** An integer of up to 64 bits. */
    LONG("long"),
    /** An integer of up to 32 bits. */
    INT("int"),
    /** A type that was left out or that the platform does not document; only reading produces it. */
    UNKNOWN("");

    private final String text;

    AttributeType(String text) {
        this.text = text;
    }

    /** Returns the word {@code connector-spec.json} uses, or the empty string for {@link #UNKNOWN}. */
    public String text() {
        return text;
    }

    /** Returns the type that filters compare values as; what is unknown counts as text. */
    ValueType filterType() {
        return switch (this) {
            case STRING, UNKNOWN -> ValueType.STRING;
            case BOOLEAN -> ValueType.BOOLEAN;
            case LONG -> ValueType.LONG;
            case INT -> ValueType.INT;
        };
    }
}
