package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.filter.Filter;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a filter. Every failure shows why: the answer of each part, and the values it read.
 *
 * <pre>{@code
 * assertThat(Filter.compile("type == \"Contractor\"")).leavesOut(contractor).keeps(employee);
 * }</pre>
 */
public final class FilterAssert extends AbstractAssert<FilterAssert, Filter> {

    FilterAssert(@Nullable Filter filter) {
        super(filter, FilterAssert.class);
    }

    /** Verifies that an object with these attributes matches. */
    public FilterAssert matches(Map<String, ? extends @Nullable Object> attributes) {
        return check(attributes, true, "expected a match of " + attributes);
    }

    /** Verifies that an object with these attributes does not match. */
    public FilterAssert doesNotMatch(Map<String, ? extends @Nullable Object> attributes) {
        return check(attributes, false, "expected no match of " + attributes);
    }

    /** Verifies that a list with this filter leaves the account out, since it matches. */
    public FilterAssert leavesOut(Account account) {
        return check(account.attributes(), true, "expected to leave out the account " + id(account));
    }

    /** Verifies that a list with this filter sends the account, since it does not match. */
    public FilterAssert keeps(Account account) {
        return check(account.attributes(), false, "expected to keep the account " + id(account));
    }

    private static String id(Account account) {
        return "`" + ObjectCheck.id(account.key(), account.identity()) + "`";
    }

    private FilterAssert check(
            Map<String, ? extends @Nullable Object> attributes, boolean expected, String expectation) {
        isNotNull();
        if (actual.matches(attributes) != expected) {
            var why = actual.hasExpression() ? actual.explain(attributes).text() : actual.text();
            throw failure("%s", expectation + ", but it " + (expected ? "does not match" : "matches") + "\n\n" + why);
        }
        return this;
    }
}
