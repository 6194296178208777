package com.example.streaming;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.dsl.spec.SchemaAttribute;

/** A connector whose list is as long as its configuration says, of large accounts. */
public final class StreamProvider implements ConnectorProvider {
    @Override
    public String name() {
        return "stream";
    }

    @Override
    public Connector connector() {
        return Connector.named("stream")
                .config(ConfigItem.menu(
                        "Connection",
                        ConfigItem.section(
                                "Server",
                                ConfigItem.secret("token", "Token"),
                                ConfigItem.text("accounts", "How many accounts there are"))))
                .accounts(
                        SchemaAttribute.string("id", "Id").identity().display(), SchemaAttribute.string("text", "Text"))
                .on(TEST_CONNECTION, (context, input, response) -> {
                    throw new IllegalStateException(
                            "no entry with " + context.config().getString("token"));
                })
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    var accounts = Integer.parseInt(context.config().getString("accounts"));
                    for (int i = 0; i < accounts; i++) {
                        response.send(Account.of("a" + i).with("text", "x".repeat(10_000)));
                    }
                })
                .build();
    }
}
