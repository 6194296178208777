package com.example.kotlinsample

import dev.connectorkit.dsl.Config
import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.ConnectorProvider
import dev.connectorkit.dsl.ObjectMapping
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.command.Context
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.secret
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConfigItem.url
import dev.connectorkit.dsl.spec.SchemaAttribute.string

private val PEOPLE: ObjectMapping<Person> =
    ObjectMapping.of(Person::class.java)
        .attribute(string("id", "User id").identity(), Person::id)
        .attribute(string("name", "Full name").display(), Person::name)
        .attribute(string("email", "Primary email"), Person::email)
        .attribute(string("department", "Department"), Person::department)

/** What the connector is: its configuration, its accounts, and what answers each command. */
class SampleConnector : ConnectorProvider {
    override fun name() = "sample-name"

    override fun connector(): Connector =
        Connector.named(name())
            .config(
                menu(
                    "Connection",
                    section(
                        "API",
                        url("baseUrl", "Base URL").required(),
                        secret("token", "Access token").required(),
                    ),
                )
            )
            .accounts(PEOPLE)
            .filtered()
            .on(TEST_CONNECTION) { context, _, _ -> api(context).ping() }
            .on(ACCOUNT_LIST) { context, _, response ->
                api(context).people().map(PEOPLE::account).forEach(response::send)
            }
            .on(ACCOUNT_READ) { context, input, response ->
                response.send(PEOPLE.account(api(context).person(input.id())))
            }
            .build()

    private fun api(context: Context): SampleApi {
        val config = Config.of(context)
        return SampleApi(config.url("baseUrl"), config.secret("token"))
    }
}
