package dev.connectorkit.filter.ast;

/** A comparison operator. */
public enum Operator {
    /** {@code ==}: equal, after the conversions that databases and forms make necessary. */
    EQUAL("=="),
    /** {@code !=}: not {@link #EQUAL}. */
    NOT_EQUAL("!="),
    /** {@code ===}: equal and of the same kind. */
    STRICTLY_EQUAL("==="),
    /** {@code !==}: not {@link #STRICTLY_EQUAL}. */
    NOT_STRICTLY_EQUAL("!=="),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    LESS_OR_EQUAL("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns how the operator is written. */
    public String symbol() {
        return symbol;
    }

    /** Tells whether this is one of {@code == != === !==}, which may also compare conditions. */
    public boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL || isStrict();
    }

    /** Tells whether this is {@code ===} or {@code !==}. */
    public boolean isStrict() {
        return this == STRICTLY_EQUAL || this == NOT_STRICTLY_EQUAL;
    }

    /** Tells whether this is {@code !=} or {@code !==}, the negation of another operator. */
    public boolean isNegative() {
        return this == NOT_EQUAL || this == NOT_STRICTLY_EQUAL;
    }

    /** Returns the operator that gives the same answer when the two sides change places. */
    public Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL, STRICTLY_EQUAL, NOT_STRICTLY_EQUAL -> this;
        };
    }
}
