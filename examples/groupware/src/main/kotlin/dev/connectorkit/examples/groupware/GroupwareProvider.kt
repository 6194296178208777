package dev.connectorkit.examples.groupware

import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.ConnectorProvider

/** Lets hosts find the connector by its name. */
class GroupwareProvider : ConnectorProvider {
    override fun name() = "groupware"

    override fun connector(): Connector = groupware()
}
