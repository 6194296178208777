package dev.connectorkit.filter.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A change to a filter text, as editors apply them.
 *
 * @param span what is replaced; empty for an insertion
 * @param replacement what stands there afterwards; empty for a deletion
 */
public record Edit(Span span, String replacement) {
    /** Requires both parts. */
    public Edit {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(replacement, "replacement");
    }

    /**
     * Returns {@code text} with all edits made. Positions count in the original text; of edits that
     * overlap, the one that starts first is made.
     */
    public static String apply(String text, List<Edit> edits) {
        var sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt((Edit edit) -> edit.span().start())
                .thenComparingInt(edit -> edit.span().end()));
        var mended = new StringBuilder();
        int done = 0;
        for (Edit edit : sorted) {
            if (edit.span().start() >= done) {
                mended.append(text, done, edit.span().start()).append(edit.replacement());
                done = edit.span().end();
            }
        }
        return mended.append(text, done, text.length()).toString();
    }
}
