package dev.connectorkit.dsl.internal.json;

/** Text that is no JSON, or JSON beyond the limits. The message holds the place and nothing of the text. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /** Creates the failure; line and column count from 1. */
    public JsonSyntaxException(String reason, int line, int column) {
        super("line %d, column %d: %s".formatted(line, column, reason));
        this.line = line;
        this.column = column;
    }

    /** Returns the line, counted from 1. */
    public int line() {
        return line;
    }

    /** Returns the column, counted from 1. */
    public int column() {
        return column;
    }
}
