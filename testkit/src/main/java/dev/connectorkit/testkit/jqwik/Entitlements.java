package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.Schema;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitraries of entitlements as a connector sends them. They shrink towards few attributes with small values. */
public final class Entitlements {
    private Entitlements() {}

    /**
     * Returns entitlements of any type that a connector declares, with keys of the type it declares.
     *
     * @throws IllegalArgumentException if it declares none
     */
    public static Arbitrary<Entitlement> fitting(ConnectorSpec spec) {
        var schemas = spec.entitlementSchemas();
        if (schemas.isEmpty()) {
            throw new IllegalArgumentException("the spec of `" + spec.name() + "` has no entitlement schema");
        }
        var keyType = spec.keyType() == null ? KeyType.SIMPLE : spec.keyType();
        return Arbitraries.of(schemas).flatMap(schema -> fitting(schema, keyType));
    }

    /** Returns entitlements with simple keys that fit a schema. */
    public static Arbitrary<Entitlement> fitting(Schema.Entitlement schema) {
        return fitting(schema, KeyType.SIMPLE);
    }

    /** Returns entitlements that fit a schema, as {@link Accounts#fitting(Schema.Account, KeyType)} does accounts. */
    public static Arbitrary<Entitlement> fitting(Schema.Entitlement schema, KeyType keyType) {
        return SchemaValues.ids(schema)
                .flatMap(id -> SchemaValues.attributes(schema, id)
                        .map(attributes -> Entitlement.of(schema.type(), Accounts.key(id, keyType))
                                .withAttributes(attributes)));
    }
}
