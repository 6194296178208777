package com.example.javasample;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.url;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;

import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.ObjectMapping;
import dev.connectorkit.dsl.command.Context;

/** What the connector is: its configuration, its accounts, and what answers each command. */
public final class SampleConnector implements ConnectorProvider {
    private static final ObjectMapping<Person> PEOPLE = ObjectMapping.of(Person.class)
            .attribute(string("id", "User id").identity(), Person::id)
            .attribute(string("name", "Full name").display(), Person::name)
            .attribute(string("email", "Primary email"), Person::email)
            .attribute(string("department", "Department"), Person::department);

    @Override
    public String name() {
        return "sample-name";
    }

    @Override
    public Connector connector() {
        return Connector.named(name())
                .config(menu(
                        "Connection",
                        section(
                                "API",
                                url("baseUrl", "Base URL").required(),
                                secret("token", "Access token").required())))
                .accounts(PEOPLE)
                .filtered()
                .on(TEST_CONNECTION, (context, input, response) -> api(context).ping())
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) ->
                                api(context).forEachPerson(person -> response.send(PEOPLE.account(person))))
                .on(
                        ACCOUNT_READ,
                        (context, input, response) ->
                                response.send(PEOPLE.account(api(context).person(input.id()))))
                .build();
    }

    private static SampleApi api(Context context) {
        var config = Config.of(context);
        return new SampleApi(config.url("baseUrl"), config.secret("token"));
    }
}
