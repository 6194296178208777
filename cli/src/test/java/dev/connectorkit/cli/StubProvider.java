package dev.connectorkit.cli;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;

/** A connector whose list breaks off after one account, and that finds nobody. */
public final class StubProvider implements ConnectorProvider {
    @Override
    public String name() {
        return "stub";
    }

    @Override
    public Connector connector() {
        return Connector.named("stub")
                .accounts(Schema.account(
                        SchemaAttribute.string("id", "Id").identity(),
                        SchemaAttribute.string("name", "Name").display()))
                .filtered()
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    response.send(Account.of("ada"));
                    throw new IllegalStateException("the source hung up");
                })
                .on(ACCOUNT_READ, (context, input, response) -> {
                    throw ConnectorException.notFound("account", input.id());
                })
                .build();
    }
}
