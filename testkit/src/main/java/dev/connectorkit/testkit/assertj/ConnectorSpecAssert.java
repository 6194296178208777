package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.SpecDiff;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a connector specification.
 *
 * <pre>{@code
 * assertThat(connector.spec()).handles(ACCOUNT_LIST, ACCOUNT_READ).doesNotBreak(published).lint().isClean();
 *
 * // fails: expected the spec to handle `std:account:unlock`, but it handles [std:account:list]
 * assertThat(connector.spec()).handles(ACCOUNT_UNLOCK);
 * }</pre>
 */
public final class ConnectorSpecAssert extends AbstractAssert<ConnectorSpecAssert, ConnectorSpec> {

    ConnectorSpecAssert(@Nullable ConnectorSpec spec) {
        super(spec, ConnectorSpecAssert.class);
    }

    /** Verifies that commands are declared, perhaps among others. */
    public ConnectorSpecAssert handles(Command<?, ?>... commands) {
        isNotNull();
        for (var command : commands) {
            if (!actual.commands().contains(command.type())) {
                throw failure("expected the spec to handle `%s`, but it handles %s", command.type(), actual.commands());
            }
        }
        return this;
    }

    /** Verifies that commands are not declared. */
    public ConnectorSpecAssert doesNotHandle(Command<?, ?>... commands) {
        isNotNull();
        for (var command : commands) {
            if (actual.commands().contains(command.type())) {
                throw failure(
                        "expected the spec not to handle `%s`, but it handles %s", command.type(), actual.commands());
            }
        }
        return this;
    }

    /** Verifies the type of keys; a spec that does not say has simple ones. */
    public ConnectorSpecAssert hasKeyType(KeyType type) {
        isNotNull();
        var found = actual.keyType() == null ? KeyType.SIMPLE : actual.keyType();
        if (found != type) {
            throw failure("expected keys to be %s, but they are %s", type, found);
        }
        return this;
    }

    /** Verifies that the spec says the same as another; a failure tells the differences one by one. */
    public ConnectorSpecAssert saysTheSameAs(ConnectorSpec other) {
        isNotNull();
        var diff = SpecDiff.between(other, actual);
        if (!diff.changes().isEmpty()) {
            throw failure("%s", "expected the same spec, but there are differences\n" + diff.toText());
        }
        return this;
    }

    /** Verifies that sources that were set up with an older version go on as before. */
    public ConnectorSpecAssert doesNotBreak(ConnectorSpec older) {
        isNotNull();
        var diff = SpecDiff.between(older, actual);
        if (diff.isBreaking()) {
            throw failure("%s", "expected existing sources to go on as before\n" + diff.toText());
        }
        return this;
    }

    /** Navigates to what the lint finds in the spec as it is written. */
    public LintReportAssert lint() {
        isNotNull();
        return new LintReportAssert(SpecLint.check(actual.toText()));
    }

    /** Navigates to the schema of accounts. */
    public SchemaAssert accounts() {
        isNotNull();
        return new SchemaAssert(actual.accountSchema());
    }

    /** Navigates to the schema of entitlements of a type, which has to be there. */
    public SchemaAssert entitlements(String type) {
        isNotNull();
        var schema = actual.entitlementSchema(type);
        if (schema == null) {
            throw failure("expected entitlements of type `%s`, but there is no such schema", type);
        }
        return new SchemaAssert(schema);
    }
}
