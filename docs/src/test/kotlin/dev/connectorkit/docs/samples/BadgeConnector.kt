package dev.connectorkit.docs.samples

// region imports
import dev.connectorkit.docs.samples.BadgeSystem.Badge
import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.ObjectMapping
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.secret
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConfigItem.url
import dev.connectorkit.dsl.spec.SchemaAttribute.string

// endregion

// region connector
internal val BADGE: ObjectMapping<Badge> =
    ObjectMapping.of(Badge::class.java)
        .key(Badge::number)
        .attribute(string("number", "Badge number").identity(), Badge::number)
        .attribute(string("email", "Primary email").display(), Badge::email)
        .attribute(string("type", "Employee or Contractor"), Badge::type)
        .attribute(string("doors", "Doors it opens").multi(), Badge::doors)

internal fun badgeConnector(system: BadgeSystem): Connector =
    Connector.named("badges")
        .config(
            menu(
                "Connection",
                section(
                    "Badge system",
                    url("baseUrl", "Base URL").required(),
                    secret("token", "Access token").required(),
                ),
            )
        )
        .accounts(BADGE)
        .on(TEST_CONNECTION) { _, _, _ -> system.ping() }
        .filtered()
        .on(ACCOUNT_LIST) { _, _, response ->
            system.badges().map(BADGE::account).forEach(response::send)
        }
        .on(ACCOUNT_READ) { _, input, response ->
            val badge =
                system.find(input.id()) ?: throw ConnectorException.notFound("account", input.id())
            response.send(BADGE.account(badge))
        }
        .build()
// endregion
