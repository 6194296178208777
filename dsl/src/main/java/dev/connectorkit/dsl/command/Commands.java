package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.spec.Schema;
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

    private static final Codec<SourceData> SOURCE_DATA =
            Codecs.of(SourceData.class, SourceData::fromJson, SourceData::writeTo);
    private static final Codec<DatasetListInput> DATASET_LIST =
            Codecs.of(DatasetListInput.class, DatasetListInput::fromJson);
    private static final Codec<DatasetObject> DATASET_OBJECT = Codecs.of(DatasetObject.class, DatasetObject::fromJson);

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
            "std:account:update",
            Codecs.of(AccountUpdateInput.class, AccountUpdateInput::fromJson),
            Codecs.of(Account.class, Account::fromJson, Account::writeUpdateTo));

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

    /** Sends the account schema, where it depends on the source's configuration. */
    public static final Command<JsonObject, Schema.Account> ACCOUNT_DISCOVER_SCHEMA = Command.of(
            "std:account:discover-schema",
            Codecs.NOTHING,
            Codecs.of(
                    Schema.Account.class,
                    json -> Schema.accountFrom(Members.object(json, "an account schema")),
                    (schema, out) -> out.write(schema.toJson())));

    /** Sends every entitlement of one type, or in a stateful run every one that changed. */
    public static final Command<EntitlementListInput, Entitlement> ENTITLEMENT_LIST = Command.of(
            "std:entitlement:list", Codecs.of(EntitlementListInput.class, EntitlementListInput::fromJson), ENTITLEMENT);

    /** Sends one entitlement. */
    public static final Command<EntitlementReference, Entitlement> ENTITLEMENT_READ = Command.of(
            "std:entitlement:read", Codecs.of(EntitlementReference.class, EntitlementReference::fromJson), ENTITLEMENT);

    /** Checks a name and a password, and sends the account they belong to. */
    public static final Command<AuthenticateInput, Account> AUTHENTICATE =
            Command.of("std:authenticate", Codecs.of(AuthenticateInput.class, AuthenticateInput::fromJson), ACCOUNT);

    /** Sets an account's password. */
    public static final Command<ChangePasswordInput, Done> CHANGE_PASSWORD = Command.of(
            "std:change-password", Codecs.of(ChangePasswordInput.class, ChangePasswordInput::fromJson), DONE);

    /** Sends what an administrator may choose for a config item. */
    public static final Command<ConfigOptionsInput, ConfigOptions> CONFIG_OPTIONS_READ = Command.of(
            "std:config-options:read",
            Codecs.of(ConfigOptionsInput.class, ConfigOptionsInput::fromJson),
            Codecs.of(ConfigOptions.class, ConfigOptions::fromJson));

    /** Sends what kinds of data the source has beside its accounts. */
    public static final Command<SourceDataDiscoverInput, SourceData> SOURCE_DATA_DISCOVER = Command.of(
            "std:source-data:discover",
            Codecs.of(SourceDataDiscoverInput.class, SourceDataDiscoverInput::fromJson),
            SOURCE_DATA);

    /** Sends what the source has of one kind of data. */
    public static final Command<SourceDataReadInput, SourceData> SOURCE_DATA_READ = Command.of(
            "std:source-data:read", Codecs.of(SourceDataReadInput.class, SourceDataReadInput::fromJson), SOURCE_DATA);

    /** Sends the machine identities of one or more datasets; see {@link Datasets#each}. */
    public static final Command<DatasetListInput, DatasetObject> MACHINE_IDENTITY_LIST =
            Command.of("std:machine-identity:list", DATASET_LIST, DATASET_OBJECT);

    /** Sends the resources of one or more datasets; see {@link Datasets#each}. */
    public static final Command<DatasetListInput, DatasetObject> RESOURCE_LIST =
            Command.of("std:resource:list", DATASET_LIST, DATASET_OBJECT);

    /** Sends the agents of one or more datasets; the platform prefers {@link #MACHINE_IDENTITY_LIST} now. */
    public static final Command<DatasetListInput, DatasetObject> AGENT_LIST =
            Command.of("std:agent:list", DATASET_LIST, DATASET_OBJECT);

    /** Sends the applications that the source knows of; see {@link Datasets#eachOfApplications}. */
    public static final Command<ApplicationDiscoveryInput, DiscoveredApplication> APPLICATION_DISCOVERY_LIST =
            Command.of(
                    "std:application-discovery:list",
                    Codecs.of(ApplicationDiscoveryInput.class, ApplicationDiscoveryInput::fromJson),
                    Codecs.of(DiscoveredApplication.class, DiscoveredApplication::fromJson));

    /** Finds what a Shared Signals transmitter offers. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_DISCOVER = ssfStream("discover");

    /** Reads a Shared Signals stream. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_READ = ssfStream("read");

    /** Creates a Shared Signals stream. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_CREATE = ssfStream("create");

    /** Changes members of a Shared Signals stream. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_UPDATE = ssfStream("update");

    /** Pauses, resumes or disables a Shared Signals stream. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_STATUS_UPDATE = ssfStream("status-update");

    /** Deletes a Shared Signals stream. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_DELETE = ssfStream("delete");

    /** Asks a Shared Signals transmitter for a verification event. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_VERIFY = ssfStream("verify");

    /** Replaces a Shared Signals stream as a whole. */
    public static final Command<SsfStreamInput, SsfStreamOutput> SSF_STREAM_REPLACE = ssfStream("replace");

    /** Sends the connector's specification; answered by the connector itself where it has no handler. */
    public static final Command<JsonObject, JsonObject> SPEC_READ =
            Command.of("std:spec:read", Codecs.NOTHING, Codecs.of(JsonObject.class));

    private static Command<SsfStreamInput, SsfStreamOutput> ssfStream(String verb) {
        return Command.of(
                "std:ssf-stream:" + verb,
                Codecs.of(SsfStreamInput.class, SsfStreamInput::fromJson),
                Codecs.of(SsfStreamOutput.class, SsfStreamOutput::fromJson));
    }
}
