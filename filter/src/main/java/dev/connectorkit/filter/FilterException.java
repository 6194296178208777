package dev.connectorkit.filter;

import dev.connectorkit.filter.diagnostic.Issue;
import java.util.List;

/** Thrown where a filter is needed and its text has errors. The message is the report. */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    FilterException(String report, List<Issue> issues) {
        super(report);
        this.issues = List.copyOf(issues);
    }

    /** Returns everything found, sorted by position; at least one is an error. */
    public List<Issue> issues() {
        return issues;
    }
}
