package dev.connectorkit.filter;

import java.util.Locale;

/** The type of an attribute's values, as in a connector's schema. */
public enum ValueType {
    /** Text. */
    STRING,
    /** True or false. */
    BOOLEAN,
    /** A whole number of 32 bits. */
    INT,
    /** A whole number of 64 bits. */
    LONG;

    /** Returns the name used in schemas: {@code string}, {@code boolean}, {@code int} or {@code long}. */
    public String schemaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the type of this schema name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ValueType of(String schemaName) {
        for (ValueType type : values()) {
            if (type.schemaName().equals(schemaName)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "schemaName: expected string, boolean, int or long, but got \"" + schemaName + "\"");
    }
}
