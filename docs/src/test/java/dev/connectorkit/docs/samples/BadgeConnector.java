package dev.connectorkit.docs.samples;

// region imports
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.url;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;

import dev.connectorkit.docs.samples.BadgeSystem.Badge;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ObjectMapping;
import dev.connectorkit.dsl.command.ConnectorException;
// endregion

final class BadgeConnector {
    private BadgeConnector() {}

    // region connector
    static final ObjectMapping<Badge> BADGE = ObjectMapping.of(Badge.class)
            .key(Badge::number)
            .attribute(string("number", "Badge number").identity(), Badge::number)
            .attribute(string("email", "Primary email").display(), Badge::email)
            .attribute(string("type", "Employee or Contractor"), Badge::type)
            .attribute(string("doors", "Doors it opens").multi(), Badge::doors);

    static Connector connector(BadgeSystem system) {
        return Connector.named("badges")
                .config(menu(
                        "Connection",
                        section(
                                "Badge system",
                                url("baseUrl", "Base URL").required(),
                                secret("token", "Access token").required())))
                .accounts(BADGE)
                .on(TEST_CONNECTION, (context, input, response) -> system.ping())
                .filtered()
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    for (var badge : system.badges()) {
                        response.send(BADGE.account(badge));
                    }
                })
                .on(ACCOUNT_READ, (context, input, response) -> {
                    var badge = system.find(input.id());
                    if (badge == null) {
                        throw ConnectorException.notFound("account", input.id());
                    }
                    response.send(BADGE.account(badge));
                })
                .build();
    }
    // endregion
}
