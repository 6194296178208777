package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;

import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.Partition;
import dev.connectorkit.dsl.Partitions;
import dev.connectorkit.dsl.cache.CacheKey;
import dev.connectorkit.dsl.cache.ConnectorCache;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.spec.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

final class HandlerSamples {
    private HandlerSamples() {}

    /** Stands for a client that holds a connection. */
    static final class BadgeClient implements AutoCloseable {
        private final Map<String, Account> table;

        BadgeClient(Map<String, Account> table, String token) {
            this.table = table;
            if (!token.equals("secret")) {
                throw new ConnectorException(ConnectorException.Type.GENERIC, "the token is refused");
            }
        }

        Account read(String number) {
            var badge = table.get(number);
            if (badge == null) {
                throw ConnectorException.notFound("badge", number);
            }
            return badge;
        }

        Account write(Account badge) {
            table.put(badge.id(), badge);
            return badge;
        }

        List<Account> onFloor(String floor) {
            return table.values().stream()
                    .filter(badge ->
                            floor.isEmpty() || floor.equals(badge.attributes().text("floor")))
                    .toList();
        }

        @Override
        public void close() {}
    }

    // region handlers
    static final Schema.Account BADGES = Schema.account(
            string("number", "Badge number").identity(),
            string("email", "Primary email").display(),
            integer("floor", "Floor"),
            string("doors", "Doors it opens").multi());

    static Connector connector(Handler.Opener<BadgeClient> open) {
        return Connector.named("badges")
                .config(menu(
                        "Connection",
                        section("Badge system", secret("token", "Access token").required())))
                .accounts(BADGES)
                .using(open)
                .on(ACCOUNT_READ, (badges, input, response) -> response.send(badges.read(input.id())))
                .on(ACCOUNT_CREATE, (badges, input, response) -> {
                    var given = input.attributes().shapedBy(BADGES).onlyOf(BADGES);
                    var badge = Account.of(given.requiredText("number")).withAttributes(given);
                    response.send(badges.write(badge));
                })
                .on(ACCOUNT_UPDATE, (badges, input, response) -> {
                    var before = badges.read(input.id());
                    var after = before.withAttributes(input.applyTo(before.attributes(), BADGES));
                    response.send(badges.write(after).unlessEqualTo(before));
                })
                .build();
    }
    // endregion

    static Handler.Opener<BadgeClient> over(Map<String, Account> table) {
        // region open
        Handler.Opener<BadgeClient> open =
                context -> new BadgeClient(table, Config.of(context).secret("token"));
        // endregion
        return open;
    }

    static Connector partitioned(BadgeClient badges) {
        return Connector.named("floors")
                .accounts(BADGES)
                .on(ACCOUNT_LIST, floorByFloor(badges))
                .build();
    }

    // region partitions
    static Handler<AccountListInput, Account> floorByFloor(BadgeClient badges) {
        return Partitions.upTo(
                4,
                (context, input) -> List.of(Partition.of("1"), Partition.of("2"), Partition.of("3")),
                (context, input, floor, response) ->
                        badges.onFloor(floor.isWhole() ? "" : floor.name()).forEach(response::send));
    }
    // endregion

    // region cache
    private static final ConnectorCache CACHE = ConnectorCache.create();
    private static final CacheKey<String> TOKEN = CacheKey.of("token", Duration.ofMinutes(50));

    static String token(Config config, Callable<String> login) throws Exception {
        return CACHE.get(TOKEN.at(config.text("baseUrl")), login::call);
    }
    // endregion
}
