package dev.connectorkit.filter.diagnostic;

/**
 * A range of a filter text, in UTF-16 code units as in {@link String#substring(int, int)}.
 *
 * @param start the first unit
 * @param end the unit after the last; equal to {@code start} where something is missing
 */
public record Span(int start, int end) {
    /** Requires {@code 0 <= start <= end}. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("expected 0 <= start <= end, but got start " + start + ", end " + end);
        }
    }

    /** Returns the smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Returns the number of UTF-16 code units. */
    public int length() {
        return end - start;
    }

    /** Returns the part of {@code text} that this span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
