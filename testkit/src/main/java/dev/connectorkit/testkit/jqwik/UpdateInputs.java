package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.AttributeChange;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Arbitraries of account updates: values are set, added and removed, one at a time and several at once. One value is
 * bare, as the platform sends it, and several are a list. They shrink towards one change of one value.
 */
public final class UpdateInputs {
    private static final int MAX_CHANGES = 4;

    private UpdateInputs() {}

    /** Returns updates of any account of a connector; see {@link #to}. */
    public static Arbitrary<AccountUpdateInput> fitting(ConnectorSpec spec) {
        return Accounts.fitting(spec).flatMap(account -> to(account, spec.accountSchema()));
    }

    /**
     * Returns updates of one account, of one to four changes each. Values that are added or removed are often such as the
     * account holds, so that adding twice and removing what is there come up.
     *
     * @throws IllegalArgumentException if the account has neither key nor identity, or if there is nothing to change
     */
    public static Arbitrary<AccountUpdateInput> to(Account account, Schema.Account schema) {
        return changes(account, schema)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MAX_CHANGES)
                .map(changes -> new AccountUpdateInput(account.identity(), key(account), changes, null));
    }

    private static Key key(Account account) {
        var key = account.key();
        if (key != null) {
            return key;
        }
        if (account.identity() == null) {
            throw new IllegalArgumentException("an account without key and identity cannot be updated: " + account);
        }
        return Key.simple(account.identity());
    }

    /**
     * Returns single changes that fit a schema: of any attribute but the one that identifies the account.
     *
     * @throws IllegalArgumentException if there is no other attribute
     */
    public static Arbitrary<AttributeChange> changes(Account account, Schema.Account schema) {
        var attributes = schema.attributes().stream()
                .filter(attribute -> !attribute.name().equals(schema.identityAttribute()))
                .toList();
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("the schema has no attribute to change but the one that identifies");
        }
        return Arbitraries.of(attributes).flatMap(attribute -> change(attribute, account));
    }

    private static Arbitrary<AttributeChange> change(SchemaAttribute attribute, Account account) {
        var name = attribute.name();
        var set = value(attribute).map(value -> AttributeChange.set(name, value));
        var current = account.attributes().values(name).stream()
                .filter(Objects::nonNull)
                .toList();
        if (!attribute.isMulti()) {
            // The platform clears an attribute by removing its value.
            return current.isEmpty()
                    ? set
                    : Arbitraries.oneOf(set, Arbitraries.just(AttributeChange.remove(name, current.get(0))));
        }
        var some = some(attribute, current);
        return Arbitraries.oneOf(
                set,
                some.map(values -> AttributeChange.add(name, values)),
                some.map(values -> AttributeChange.remove(name, values)));
    }

    private static Arbitrary<Object> value(SchemaAttribute attribute) {
        return attribute.isMulti() ? some(attribute, List.of()) : SchemaValues.ordinaryValue(attribute);
    }

    /** Returns one bare value or a list of several, from those that are there and from others. */
    private static Arbitrary<Object> some(SchemaAttribute attribute, List<?> current) {
        var fresh = SchemaValues.ordinaryValue(attribute);
        Arbitrary<Object> value = current.isEmpty()
                ? fresh
                : Arbitraries.oneOf(Arbitraries.of(current).map(present -> present), fresh);
        return SchemaValues.sent(value);
    }
}
