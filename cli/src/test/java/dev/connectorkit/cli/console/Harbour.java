package dev.connectorkit.cli.console;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.cardList;
import static dev.connectorkit.dsl.spec.ConfigItem.checkbox;
import static dev.connectorkit.dsl.spec.ConfigItem.keyValue;
import static dev.connectorkit.dsl.spec.ConfigItem.list;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.option;
import static dev.connectorkit.dsl.spec.ConfigItem.radio;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.secretTextArea;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.select;
import static dev.connectorkit.dsl.spec.ConfigItem.subMenu;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.ConfigItem.textArea;
import static dev.connectorkit.dsl.spec.ConfigItem.toggle;
import static dev.connectorkit.dsl.spec.ConfigItem.url;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.TemplateField;
import dev.connectorkit.dsl.store.DataStore;
import dev.connectorkit.dsl.store.StoreKey;
import jakarta.json.JsonObject;
import java.util.List;

/** A connector whose form has every type of item, whose list stores values and state, and which can fail in the middle. */
final class Harbour {
    private static final StoreKey<String> CURSOR = StoreKey.string("cursor");
    private static final StoreKey<String> TOKEN = StoreKey.string("accessToken");

    private Harbour() {}

    static Connector connector() {
        return Connector.named("harbour")
                .config(
                        menu(
                                "Connection",
                                section(
                                        "Harbour office",
                                        url("baseUrl", "Address").required().placeholder("https://harbour.example"),
                                        radio(
                                                "signIn",
                                                "Sign in by",
                                                option("token", "Token"),
                                                option("key", "Key pair")),
                                        secret("apiToken", "API token")
                                                .required()
                                                .visibleWhen("signIn", "token"),
                                        secretTextArea("privateKey", "Private key")
                                                .visibleWhen("signIn", "key"),
                                        number("pageSize", "Page size").initially(50),
                                        select("region", "Region", option("north", "North"), option("south", "South")),
                                        text("note", "Note").helpKey("Shown to nobody."))),
                        menu(
                                "Details",
                                section(
                                        "What to read",
                                        checkbox("ships", "Read ships too"),
                                        list("docks", "Docks").visibleWhen("ships"),
                                        toggle("strict", "Strict"),
                                        textArea("remarks", "Remarks"),
                                        keyValue("headers", "Headers"),
                                        cardList(
                                                        "agents",
                                                        "Agents",
                                                        "name",
                                                        "port",
                                                        subMenu(
                                                                "Agent",
                                                                text("name", "Name"),
                                                                text("port", "Port"),
                                                                secret("pin", "PIN")))
                                                .buttonLabel("Add an agent"))))
                .accounts(
                        SchemaAttribute.string("id", "Id").identity(),
                        SchemaAttribute.string("name", "Name").display(),
                        SchemaAttribute.string("rank", "Rank"),
                        SchemaAttribute.string("crews", "Crews")
                                .multi()
                                .entitlement("crew")
                                .managed())
                .entitlements(
                        "crew",
                        SchemaAttribute.string("id", "Id").identity(),
                        SchemaAttribute.string("name", "Name").display())
                .accountCreateTemplate(
                        TemplateField.field("name").required().fromIdentity("displayName"),
                        TemplateField.field("password").generated(TemplateField.CREATE_PASSWORD))
                .stateful()
                .filtered()
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .on(ACCOUNT_LIST, Harbour::listAccounts)
                .on(ACCOUNT_READ, (context, input, response) -> {
                    throw ConnectorException.notFound("account", input.id());
                })
                .on(ACCOUNT_CREATE, (context, input, response) -> response.send(Account.of("new")))
                .on(ACCOUNT_UPDATE, (context, input, response) -> response.send(Account.of(input.id())))
                .on(
                        ENTITLEMENT_LIST,
                        (context, input, response) ->
                                response.send(Entitlement.of("crew", "c1").with("name", "First crew")))
                .on(
                        Command.of("custom:bad-patch", JsonObject.class, JsonObject.class),
                        (context, input, response) -> response.patchConfig(Json.provider()
                                .createPatchBuilder()
                                .remove("/connectorAttributes/none")
                                .build()))
                .build();
    }

    private static void listAccounts(Context context, AccountListInput input, Response<Account> response) {
        var store = DataStore.of(context, response);
        response.send(
                Account.of("ada").with("name", "Ada").with("rank", "Captain").with("crews", List.of("c1", "c2")));
        store.set(CURSOR, "page-2");
        store.set(TOKEN, "t0p-s3cret-token");
        store.flush();
        response.send(Account.of("bo")
                .with("name", "Bo <b>bold</b>")
                .with("rank", "Mate")
                .withDisabled(true));
        if (context.config().getString("note", "").equals("fail")) {
            throw new IllegalStateException("the tide went out");
        }
        if (input.stateful()) {
            response.saveState(Json.object().add("since", "2026-01-01").build());
        }
    }
}
