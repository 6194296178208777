package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;

/**
 * The standard commands, as <a
 * href="https://developer.sailpoint.com/docs/connectivity/saas-connectivity/commands">documented by the platform</a>.
 */
public final class Commands {
    private Commands() {}

    private static final Codec<AccountReference> ACCOUNT_REFERENCE =
            Codecs.of(AccountReference.class, AccountReference::fromJson);
    private static final Codec<Account> ACCOUNT = Codecs.of(Account.class, Account::fromJson);
    private static final Codec<Entitlement> ENTITLEMENT = Codecs.of(Entitlement.class, Entitlement::fromJson);
    private static final Codec<Done> DONE = Codecs.of(Done.class, Done::fromJson);

    /** Says whether the configuration works. */
    public static final Command<TestConnectionInput, Done> TEST_CONNECTION = Command.of(
            "std:test-connection", Codecs.of(TestConnectionInput.class, TestConnectionInput::fromJson), DONE);

    /** Sends every account, or in a stateful run every account that changed. */
    public static final Command<AccountListInput, Account> ACCOUNT_LIST =
            Command.of("std:account:list", Codecs.of(AccountListInput.class, AccountListInput::fromJson), ACCOUNT);

    /** Sends one account. */
    public static final Command<AccountReference, Account> ACCOUNT_READ =
            Command.of("std:account:read", ACCOUNT_REFERENCE, ACCOUNT);

    /** Creates an account and sends it. */
    public static final Command<AccountCreateInput, Account> ACCOUNT_CREATE = Command.of(
            "std:account:create", Codecs.of(AccountCreateInput.class, AccountCreateInput::fromJson), ACCOUNT);

    /** Changes an account and sends it, or {@link Account#unchanged()}. */
    public static final Command<AccountUpdateInput, Account> ACCOUNT_UPDATE = Command.of(
            "std:account:update", Codecs.of(AccountUpdateInput.class, AccountUpdateInput::fromJson), ACCOUNT);

    /** Deletes an account. */
    public static final Command<AccountReference, Done> ACCOUNT_DELETE =
            Command.of("std:account:delete", ACCOUNT_REFERENCE, DONE);

    /** Enables an account and sends it. */
    public static final Command<AccountReference, Account> ACCOUNT_ENABLE =
            Command.of("std:account:enable", ACCOUNT_REFERENCE, ACCOUNT);

    /** Disables an account and sends it. */
    public static final Command<AccountReference, Account> ACCOUNT_DISABLE =
            Command.of("std:account:disable", ACCOUNT_REFERENCE, ACCOUNT);

    /** Unlocks an account and sends it. */
    public static final Command<AccountReference, Account> ACCOUNT_UNLOCK =
            Command.of("std:account:unlock", ACCOUNT_REFERENCE, ACCOUNT);

    /** Sends every entitlement of one type, or in a stateful run every one that changed. */
    public static final Command<EntitlementListInput, Entitlement> ENTITLEMENT_LIST = Command.of(
            "std:entitlement:list", Codecs.of(EntitlementListInput.class, EntitlementListInput::fromJson), ENTITLEMENT);

    /** Sends one entitlement. */
    public static final Command<EntitlementReference, Entitlement> ENTITLEMENT_READ = Command.of(
            "std:entitlement:read", Codecs.of(EntitlementReference.class, EntitlementReference::fromJson), ENTITLEMENT);

    /** Sends the connector's specification; answered by the runtime where the connector has no handler. */
    public static final Command<JsonObject, JsonObject> SPEC_READ =
            Command.of("std:spec:read", Codecs.OBJECT, Codecs.OBJECT);
}
