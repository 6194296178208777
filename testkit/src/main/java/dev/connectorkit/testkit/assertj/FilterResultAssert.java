package dev.connectorkit.testkit.assertj;

import dev.connectorkit.filter.FilterResult;
import dev.connectorkit.filter.diagnostic.IssueCode;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the outcome of compiling a filter. Every failure shows the report.
 *
 * <pre>{@code
 * assertThat(compiler.compile("emial.isNull()")).compiles().found(UNKNOWN_ATTRIBUTE).suggests("email");
 * assertThat(compiler.compile("email.isNull()")).compilesSilently().filter().leavesOut(accountWithoutEmail);
 * }</pre>
 */
public final class FilterResultAssert extends AbstractAssert<FilterResultAssert, FilterResult> {

    FilterResultAssert(@Nullable FilterResult result) {
        super(result, FilterResultAssert.class);
    }

    private FilterResultAssert require(boolean holds, String problem) {
        if (!holds) {
            throw failure("%s", problem + "\n\n" + actual);
        }
        return this;
    }

    /** Verifies that the text is a filter; there may be warnings. */
    public FilterResultAssert compiles() {
        isNotNull();
        return require(!actual.hasErrors(), "expected a filter that compiles");
    }

    /** Verifies that the text is a filter, and that there is nothing else to say about it. */
    public FilterResultAssert compilesSilently() {
        isNotNull();
        return require(actual.issues().isEmpty(), "expected a filter with nothing to say about it");
    }

    /** Verifies that the text was refused. */
    public FilterResultAssert isRefused() {
        isNotNull();
        return require(actual.hasErrors(), "expected an error, but this compiles");
    }

    /** Verifies that something of this kind was found, error or not. */
    public FilterResultAssert found(IssueCode code) {
        isNotNull();
        return require(
                actual.issues().stream().anyMatch(issue -> issue.code() == code), "expected the issue " + code.name());
    }

    /** Verifies that some issue suggests this, first or not. */
    public FilterResultAssert suggests(String suggestion) {
        isNotNull();
        return require(
                actual.issues().stream().anyMatch(issue -> issue.suggestions().contains(suggestion)),
                "expected the suggestion `" + suggestion + "`");
    }

    /** Verifies that the report contains a text. */
    public FilterResultAssert says(String part) {
        isNotNull();
        return require(actual.report().contains(part), "expected a report with \"" + part + "\"");
    }

    /** Navigates to the filter; fails if there is none. */
    public FilterAssert filter() {
        compiles();
        return new FilterAssert(actual.filter());
    }
}
