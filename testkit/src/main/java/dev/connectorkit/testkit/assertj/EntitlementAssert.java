package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.spec.Schema;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one entitlement. Every failure shows the entitlement.
 *
 * <pre>{@code
 * assertThat(admins).hasId("admins").hasType("group").hasAttribute("name", "Administrators");
 *
 * // fails: expected an entitlement of type `role`, but it is of type `group`
 * assertThat(admins).hasType("role");
 * }</pre>
 */
public final class EntitlementAssert extends AbstractAssert<EntitlementAssert, Entitlement> {

    EntitlementAssert(@Nullable Entitlement entitlement) {
        super(entitlement, EntitlementAssert.class);
    }

    private ObjectCheck check() {
        isNotNull();
        return new ObjectCheck(
                "entitlement",
                actual.key(),
                actual.identity(),
                actual.attributes(),
                actual.toJson().asJsonObject());
    }

    private EntitlementAssert require(@Nullable String problem) {
        if (problem != null) {
            throw failure("%s", problem + "\n\n" + actual.toJson());
        }
        return this;
    }

    /** Verifies the id: the key's lookup id, or the identity where there is no key. */
    public EntitlementAssert hasId(String id) {
        return require(check().hasId(id));
    }

    /** Verifies the entitlement's type. */
    public EntitlementAssert hasType(String type) {
        isNotNull();
        return require(
                actual.type().equals(type)
                        ? null
                        : "expected an entitlement of type `" + type + "`, but it is of type `" + actual.type() + "`");
    }

    /** Verifies an attribute's value, numbers by value; a list is equal whatever its order. */
    public EntitlementAssert hasAttribute(String name, @Nullable Object value) {
        return require(check().hasAttribute(name, value));
    }

    /** Verifies that an attribute is absent or null. */
    public EntitlementAssert hasNoAttribute(String name) {
        return require(check().hasNoAttribute(name));
    }

    /** Verifies that every attribute is declared in a schema, and holds values as declared there. */
    public EntitlementAssert fits(Schema schema) {
        return require(check().fits(schema));
    }

    /** Verifies that this is what a delta run sends for an entitlement that is gone. */
    public EntitlementAssert isDeleted() {
        isNotNull();
        return require(Boolean.TRUE.equals(actual.deleted()) ? null : "expected `deleted` to be true, but it is false");
    }
}
