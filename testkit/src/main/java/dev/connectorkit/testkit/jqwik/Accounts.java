package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.Schema;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitraries of accounts as a connector sends them. They shrink towards few attributes with small values. */
public final class Accounts {
    private static final int MAX_ACCOUNTS = 12;

    private Accounts() {}

    /** Returns accounts that fit the account schema of a connector, with keys of the type it declares. */
    public static Arbitrary<Account> fitting(ConnectorSpec spec) {
        return fitting(spec.accountSchema(), spec.keyType() == null ? KeyType.SIMPLE : spec.keyType());
    }

    /** Returns accounts with simple keys that fit a schema. */
    public static Arbitrary<Account> fitting(Schema.Account schema) {
        return fitting(schema, KeyType.SIMPLE);
    }

    /**
     * Returns accounts that fit a schema: the identity attribute equals the key's id, attributes have their types and
     * hold lists where they hold several values, and most of those that may be left out are there. Some are disabled or
     * locked, and some do not say.
     */
    public static Arbitrary<Account> fitting(Schema.Account schema, KeyType keyType) {
        return SchemaValues.ids(schema)
                .flatMap(id -> Combinators.combine(SchemaValues.attributes(schema, id), flags(), flags())
                        .as((attributes, disabled, locked) -> {
                            var account = Account.of(key(id, keyType)).withAttributes(attributes);
                            account = disabled.isEmpty() ? account : account.withDisabled(disabled.get(0));
                            return locked.isEmpty() ? account : account.withLocked(locked.get(0));
                        }));
    }

    /** Returns lists of up to twelve accounts of different ids, as a source may hold them. */
    public static Arbitrary<List<Account>> several(ConnectorSpec spec) {
        return fitting(spec)
                .list()
                .ofMaxSize(MAX_ACCOUNTS)
                .uniqueElements(account -> String.valueOf(account.identity()));
    }

    static Key key(String id, KeyType type) {
        return type == KeyType.COMPOUND ? Key.compound(id, "unique-" + id) : Key.simple(id);
    }

    private static Arbitrary<List<Boolean>> flags() {
        return Arbitraries.of(List.of(), List.of(false), List.of(true));
    }
}
