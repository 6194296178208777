package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Account;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about one account. */
public final class AccountAssert extends AbstractAssert<AccountAssert, Account> {

    AccountAssert(@Nullable Account account) {
        super(account, AccountAssert.class);
    }

    private AssertionError wrong(String message) {
        return failure("%s", message + "\n\n" + actual.toJson());
    }

    /** Verifies the id: the key's lookup id, or the identity where there is no key. */
    public AccountAssert hasId(String id) {
        isNotNull();
        var key = actual.key();
        var found = key == null ? actual.identity() : key.lookupId();
        if (!id.equals(found)) {
            throw wrong("expected the account `" + id + "`, but it is `" + found + "`");
        }
        return this;
    }

    /** Verifies an attribute's value, numbers by value; a list is equal whatever its order. */
    public AccountAssert hasAttribute(String name, @Nullable Object value) {
        isNotNull();
        var found = actual.attributes().get(name);
        if (!same(value, found)) {
            throw wrong("expected attribute `" + name + "` to be " + value + ", but it is " + found);
        }
        return this;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof List<?> a && other instanceof List<?> b) {
            return a.stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList()
                    .equals(b.stream().map(String::valueOf).sorted().toList());
        }
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(one, other);
    }

    /** Verifies that an attribute is absent or null. */
    public AccountAssert hasNoAttribute(String name) {
        isNotNull();
        if (actual.attributes().get(name) != null) {
            throw wrong("expected no attribute `" + name + "`, but it is "
                    + actual.attributes().get(name));
        }
        return this;
    }

    /** Verifies that the account is disabled. */
    public AccountAssert isDisabled() {
        return hasFlag("disabled", isTrue(actual == null ? null : actual.disabled()), true);
    }

    /** Verifies that the account is not disabled. */
    public AccountAssert isEnabled() {
        return hasFlag("disabled", isTrue(actual == null ? null : actual.disabled()), false);
    }

    /** Verifies that the account is locked. */
    public AccountAssert isLocked() {
        return hasFlag("locked", isTrue(actual == null ? null : actual.locked()), true);
    }

    /** Verifies that the account is not locked. */
    public AccountAssert isUnlocked() {
        return hasFlag("locked", isTrue(actual == null ? null : actual.locked()), false);
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private AccountAssert hasFlag(String name, boolean found, boolean expected) {
        isNotNull();
        if (found != expected) {
            throw wrong("expected `" + name + "` to be " + expected + ", but it is " + found);
        }
        return this;
    }
}
