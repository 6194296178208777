package dev.connectorkit.filter;

/** Which rules a filter follows. */
public enum Dialect {
    /** The language as documented, checked when compiled; evaluation never fails. */
    STANDARD,
    /** What the TypeScript SDK does, to the letter, surprises included. */
    SDK
}
