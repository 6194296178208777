package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Severity;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes issues of findings: sorted, one for each place, with suggestions that were tried. What is suggested
 * is the mended condition, or else the mended filter, with everything else in it mended as well.
 */
public final class Suggestions {

    /** Trying a suggestion costs a compilation; hostile texts shall not cost many. */
    private static final int MAX_TRIED = 25;

    private static final int MAX_LENGTH = 2_048;

    /** Whoever has mended this many will compile again. */
    private static final int MAX_ISSUES = 100;

    private final String text;
    private final List<Finding> findings;
    private final Predicate<String> compiles;
    private int tried;

    private Suggestions(String text, List<Finding> findings, Predicate<String> compiles) {
        this.text = text;
        this.findings = findings;
        this.compiles = compiles;
    }

    /** Returns the issues of {@code findings}; {@code compiles} tells whether a text has no errors. */
    public static List<Issue> issues(String text, List<Finding> findings, Predicate<String> compiles) {
        return new Suggestions(text, onePerPlace(findings), compiles).issues();
    }

    private static List<Finding> onePerPlace(List<Finding> findings) {
        var sorted = new ArrayList<>(findings);
        int broken = lastBrokenList(findings);
        sorted.removeIf(finding -> finding.issue().code() == IssueCode.ARGUMENT_COUNT
                && finding.issue().span().end() <= broken);
        sorted.sort(Comparator.comparingInt(
                        (Finding finding) -> finding.issue().span().start())
                .thenComparing(finding -> finding.issue().severity()));
        var result = new ArrayList<Finding>();
        int lastError = -1;
        for (Finding finding : sorted) {
            int start = finding.issue().span().start();
            boolean error = finding.issue().severity() == Severity.ERROR;
            if (!error || start != lastError) {
                result.add(finding);
            }
            lastError = error ? start : lastError;
        }
        return result.size() <= MAX_ISSUES ? result : result.subList(0, MAX_ISSUES);
    }

    /** Where an argument list is broken, counting its arguments says nothing. */
    private static int lastBrokenList(List<Finding> findings) {
        int last = -1;
        for (Finding finding : findings) {
            switch (finding.issue().code()) {
                case MISSING_COMMA,
                        UNCLOSED_PARENTHESIS,
                        UNCLOSED_LIST,
                        UNBALANCED_BRACKET,
                        MISSING_OPERAND,
                        EMPTY_LIST ->
                    last = Math.max(last, finding.issue().span().start());
                default -> {}
            }
        }
        return last;
    }

    private List<Issue> issues() {
        var issues = new ArrayList<Issue>(findings.size());
        for (Finding finding : findings) {
            issues.add(issue(finding));
        }
        return issues;
    }

    private Issue issue(Finding finding) {
        Issue issue = finding.issue();
        if (finding.mendings().isEmpty()) {
            return issue;
        }
        List<Edit> fix = finding.certain() ? finding.mendings().get(0) : List.of();
        if (!issue.suggestions().isEmpty()) {
            return issue.suggesting(issue.suggestions(), fix);
        }
        var suggestions = new ArrayList<String>();
        for (List<Edit> mending : finding.mendings()) {
            String suggestion = suggestion(finding, mending);
            if (suggestion != null && !suggestions.contains(suggestion)) {
                suggestions.add(suggestion);
            }
        }
        return issue.suggesting(suggestions, fix);
    }

    private @org.jspecify.annotations.Nullable String suggestion(Finding finding, List<Edit> mending) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        Span clause =
                finding.scope() == null ? Clauses.around(text, finding.issue().span()) : finding.scope();
        for (Span scope : List.of(clause, new Span(0, text.length()))) {
            if (tried++ >= MAX_TRIED) {
                return null;
            }
            String mended = mended(finding, mending, scope).strip();
            if (compiles.test(mended)) {
                return mended;
            }
        }
        return null;
    }

    private String mended(Finding finding, List<Edit> mending, Span scope) {
        var edits = new ArrayList<Edit>();
        Span within = scope;
        for (Edit edit : mending) {
            within = within.to(edit.span());
        }
        addShifted(edits, mending, within);
        for (Finding other : findings) {
            boolean error = other.issue().severity() == Severity.ERROR;
            if (error && !other.equals(finding) && !other.mendings().isEmpty()) {
                addShifted(edits, other.mendings().get(0), within);
            }
        }
        return Edit.apply(within.of(text), edits);
    }

    private static void addShifted(List<Edit> edits, List<Edit> more, Span scope) {
        for (Edit edit : more) {
            boolean inside = scope.start() <= edit.span().start() && edit.span().end() <= scope.end();
            if (inside) {
                var span = new Span(
                        edit.span().start() - scope.start(), edit.span().end() - scope.start());
                edits.add(new Edit(span, edit.replacement()));
            }
        }
    }

    /** Tells whether this kind of issue suggests names rather than text that compiles. */
    public static boolean suggestsNames(IssueCode code) {
        return code == IssueCode.UNKNOWN_METHOD || code == IssueCode.UNKNOWN_ATTRIBUTE;
    }
}
