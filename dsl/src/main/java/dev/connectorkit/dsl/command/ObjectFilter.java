package dev.connectorkit.dsl.command;

/**
 * The filter that an administrator set on the source, which knows that an object that <em>matches</em> is left out.
 *
 * <p>Accounts are held against the config's {@code filterString}, or else its {@code account.filterString};
 * entitlements against {@code filterString} alone. A filter that is absent, null, empty or blank keeps everything.
 * What a delta run reports as deleted is always kept: it carries no attributes to hold a filter against, and the platform
 * would never learn that it is gone. Immutable; safe for concurrent use.
 */
public interface ObjectFilter {

    /** Returns whether the account is to be sent. */
    boolean keeps(Account account);

    /** Returns whether the entitlement is to be sent. */
    boolean keeps(Entitlement entitlement);
}
