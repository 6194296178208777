package dev.connectorkit.filter;

import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.Report;
import dev.connectorkit.filter.diagnostic.Severity;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of compiling a filter: a {@link Filter}, or errors; and what else there is to say. Immutable. */
public final class FilterResult {

    private static final int MAX_ROUNDS = 5;

    private final FilterCompiler compiler;
    private final String text;
    private final String origin;
    private final List<Finding> parsed;
    private final @Nullable Filter filter;
    /** Null until someone asks, where only warnings are to be expected; two threads would find the same. */
    private volatile @Nullable List<Issue> issues;

    FilterResult(FilterCompiler compiler, String text, String origin, List<Issue> issues, @Nullable Filter filter) {
        this.compiler = compiler;
        this.text = text;
        this.origin = origin;
        this.parsed = List.of();
        this.issues = List.copyOf(issues);
        this.filter = filter;
    }

    /** @param parsed what parsing brought up, none of it an error */
    FilterResult(FilterCompiler compiler, String text, String origin, Filter filter, List<Finding> parsed) {
        this.compiler = compiler;
        this.text = text;
        this.origin = origin;
        this.parsed = parsed;
        this.filter = filter;
    }

    /** Tells whether the text was refused, so that there is no {@link #filter()}. */
    public boolean hasErrors() {
        return filter == null;
    }

    /** Returns everything found, sorted by position. */
    public List<Issue> issues() {
        List<Issue> known = issues;
        if (known == null) {
            known = List.copyOf(compiler.inspect(filter(), parsed));
            issues = known;
        }
        return known;
    }

    /** Returns everything found, for people: one underlined line each; empty if there is nothing to say. */
    public String report() {
        return Report.text(origin, text, issues());
    }

    /** Returns everything found as a JSON array; see {@link Report#json}. */
    public String toJson() {
        return Report.json(text, issues());
    }

    /**
     * Returns the compiled filter.
     *
     * @throws FilterException if there are errors
     */
    public Filter filter() {
        if (filter == null) {
            throw new FilterException(report().stripTrailing(), issues());
        }
        return filter;
    }

    /**
     * Returns the result of compiling the text with all errors mended that have one obvious mending; this
     * very result if nothing can be mended. What only a person can decide stays as it is, so the returned
     * result may still have errors.
     */
    public FilterResult fixed() {
        FilterResult result = this;
        for (int round = 0; round < MAX_ROUNDS && result.hasErrors(); round++) {
            var edits = new ArrayList<Edit>();
            for (Issue issue : result.issues()) {
                if (issue.severity() == Severity.ERROR) {
                    edits.addAll(issue.fix());
                }
            }
            String mended = Edit.apply(result.text, edits);
            if (mended.equals(result.text)) {
                return result;
            }
            result = compiler.compile(mended, origin);
        }
        return result;
    }

    /** Returns the text that was compiled. */
    public String text() {
        return text;
    }

    /** Returns what the report calls the text: a setting's key, a file's name. */
    public String origin() {
        return origin;
    }

    /** Returns the report, or the text if there is nothing to say. */
    @Override
    public String toString() {
        return issues().isEmpty() ? text : report();
    }
}
