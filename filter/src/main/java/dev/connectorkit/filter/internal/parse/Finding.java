package dev.connectorkit.filter.internal.parse;

import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue together with the ways to mend it, from which its suggestions are made once all are known.
 *
 * @param mendings the ways, best first, each a set of edits
 * @param certain whether the first is what was meant, so that it may be made without asking
 * @param scope the part of the text that is shown mended; null to find one
 */
public record Finding(
        Issue issue,
        List<List<Edit>> mendings,
        boolean certain,
        @Nullable Span scope) {

    /** Returns a finding without a way to mend it. */
    public static Finding of(Issue issue) {
        return new Finding(issue, List.of(), false, null);
    }

    /** Returns a finding that one replacement mends. */
    public static Finding of(Issue issue, Span span, String replacement) {
        return new Finding(issue, List.of(List.of(new Edit(span, replacement))), true, null);
    }

    /** Returns a finding that each of several replacements would mend, so that someone must choose. */
    public static Finding ofChoices(Issue issue, Span span, List<String> replacements) {
        List<List<Edit>> mendings = replacements.stream()
                .map(replacement -> List.of(new Edit(span, replacement)))
                .toList();
        return new Finding(issue, mendings, false, null);
    }

    /** Returns the same finding, shown mended within {@code scope}. */
    public Finding within(Span scope) {
        return new Finding(issue, mendings, certain, scope);
    }
}
