package dev.connectorkit.benchmarks.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.command.ConnectorException;

/** A connector that lists as many people as its configuration says, and finds none of them. */
public final class ListingProvider implements ConnectorProvider {
    @Override
    public String name() {
        return "listing";
    }

    @Override
    public Connector connector() {
        return Connector.named("listing")
                .accounts(
                        string("id", "Id").identity(),
                        string("displayName", "Name").display())
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .on(ACCOUNT_READ, (context, input, response) -> {
                    throw ConnectorException.notFound("account", input.id());
                })
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    int accounts = context.config().getInt("accounts");
                    for (int number = 0; number < accounts; number++) {
                        response.send(Person.of(number).account());
                    }
                })
                .build();
    }
}
