package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.ConfigItem.url;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;

import dev.connectorkit.docs.samples.AirtableTable.Row;
import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ObjectMapping;
import dev.connectorkit.dsl.command.Context;

final class AirtableConnector {
    private AirtableConnector() {}

    // region connector
    static final ObjectMapping<Row> USERS = ObjectMapping.of(Row.class)
            .attribute(string("id", "Record id").identity(), Row::id)
            .attribute(string("name", "Full name").display(), user -> user.text("name"))
            .attribute(string("email", "Primary email"), user -> user.text("email"))
            .attribute(string("groups", "Groups").multi(), user -> user.texts("groups"));

    static Connector connector() {
        return Connector.named("airtable")
                .config(menu(
                        "Connection",
                        section(
                                "Airtable",
                                url("baseUrl", "Base URL").required().placeholder("https://api.airtable.com/v0"),
                                text("base", "Base id").required(),
                                secret("token", "Access token").required())))
                .accounts(USERS)
                .filtered()
                .on(
                        TEST_CONNECTION,
                        (context, input, response) -> users(context).firstPage())
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) ->
                                users(context).forEach(user -> response.send(USERS.account(user))))
                .on(
                        ACCOUNT_READ,
                        (context, input, response) ->
                                response.send(USERS.account(users(context).find(input.id()))))
                .on(ACCOUNT_UPDATE, (context, input, response) -> {
                    var before = USERS.account(users(context).find(input.id()));
                    var fields = input.applyTo(before.attributes(), USERS.accountSchema());
                    response.send(USERS.account(users(context).update(input.id(), fields.without("id"))));
                })
                .build();
    }

    private static AirtableTable users(Context context) {
        var config = Config.of(context);
        return new AirtableTable(config.url("baseUrl") + "/" + config.text("base") + "/Users", config.secret("token"));
    }
    // endregion
}
