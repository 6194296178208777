package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.spec.Schema;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one account. Every failure shows the account.
 *
 * <pre>{@code
 * assertThat(ada).hasId("ada").hasAttribute("groups", List.of("staff", "admins")).isEnabled().fits(schema);
 *
 * // fails: expected attribute `age` to be 37, but it is 36
 * assertThat(ada).hasAttribute("age", 37);
 * }</pre>
 */
public final class AccountAssert extends AbstractAssert<AccountAssert, Account> {

    AccountAssert(@Nullable Account account) {
        super(account, AccountAssert.class);
    }

    private ObjectCheck check() {
        isNotNull();
        return new ObjectCheck(
                "account",
                actual.key(),
                actual.identity(),
                actual.attributes(),
                actual.toJson().asJsonObject());
    }

    private AccountAssert require(@Nullable String problem) {
        if (problem != null) {
            throw failure("%s", problem + "\n\n" + actual.toJson());
        }
        return this;
    }

    /** Verifies the id: the key's lookup id, or the identity where there is no key. */
    public AccountAssert hasId(String id) {
        return require(check().hasId(id));
    }

    /** Verifies an attribute's value, numbers by value; a list is equal whatever its order. */
    public AccountAssert hasAttribute(String name, @Nullable Object value) {
        return require(check().hasAttribute(name, value));
    }

    /** Verifies that an attribute is absent or null. */
    public AccountAssert hasNoAttribute(String name) {
        return require(check().hasNoAttribute(name));
    }

    /** Verifies that every attribute is declared in a schema, and holds values as declared there. */
    public AccountAssert fits(Schema schema) {
        return require(check().fits(schema));
    }

    /** Verifies that the account is disabled. */
    public AccountAssert isDisabled() {
        return hasFlag("disabled", actual == null ? null : actual.disabled(), true);
    }

    /** Verifies that the account is not disabled. */
    public AccountAssert isEnabled() {
        return hasFlag("disabled", actual == null ? null : actual.disabled(), false);
    }

    /** Verifies that the account is locked. */
    public AccountAssert isLocked() {
        return hasFlag("locked", actual == null ? null : actual.locked(), true);
    }

    /** Verifies that the account is not locked. */
    public AccountAssert isUnlocked() {
        return hasFlag("locked", actual == null ? null : actual.locked(), false);
    }

    /** Verifies that this is what a delta run sends for an account that is gone. */
    public AccountAssert isDeleted() {
        return hasFlag("deleted", actual == null ? null : actual.deleted(), true);
    }

    private AccountAssert hasFlag(String name, @Nullable Boolean flag, boolean expected) {
        isNotNull();
        var found = Boolean.TRUE.equals(flag);
        return require(found == expected ? null : "expected `" + name + "` to be " + expected + ", but it is " + found);
    }
}
