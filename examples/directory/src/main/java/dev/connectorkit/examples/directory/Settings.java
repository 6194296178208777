package dev.connectorkit.examples.directory;

import static java.util.stream.Collectors.toMap;

import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.command.ConnectorException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * What a source's configuration says.
 *
 * @param jdbcUrl where the database is
 * @param credentials user and password, as far as they are given
 * @param people how many people to invent where the database holds no directory yet
 */
record Settings(String jdbcUrl, Map<String, String> credentials, int people) {
    private static final int PEOPLE = 2_000;
    private static final int MOST_PEOPLE = 10_000_000;

    static Settings of(Config config) {
        var people = config.number("people", PEOPLE);
        if (people < 0 || people > MOST_PEOPLE) {
            throw ConnectorException.invalidConfiguration("`people` must be a number from 0 to " + MOST_PEOPLE);
        }
        return new Settings(
                lasting(config.text("jdbcUrl", "jdbc:h2:mem:directory-" + people)),
                Stream.of("user", "password").filter(config::has).collect(toMap(key -> key, config::text)),
                (int) people);
    }

    /** Makes H2 keep what it holds in memory for the next invocation, when no connection is open in between. */
    private static String lasting(String url) {
        var forgets = url.startsWith("jdbc:h2:mem:") && !url.contains("DB_CLOSE_DELAY");
        return forgets ? url + ";DB_CLOSE_DELAY=-1" : url;
    }

    /** Returns the way to the database. */
    Jdbi database() {
        var jdbi = Jdbi.create(this::connect).registerArrayType(String.class, "VARCHAR");
        // Arguments, the hashes of passwords among them, belong in no error.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    private Connection connect() {
        var properties = new Properties();
        properties.putAll(credentials);
        try {
            // DriverManager finds drivers on the class path only, and a host may load this connector's jar by itself.
            for (var driver : ServiceLoader.load(Driver.class, Settings.class.getClassLoader())) {
                var connection = driver.connect(jdbcUrl, properties);
                if (connection != null) {
                    return connection;
                }
            }
        } catch (SQLException e) {
            // The driver's words may repeat the URL, which may hold a password.
            var reason = String.valueOf(e.getMessage()).replace(jdbcUrl, "`jdbcUrl`");
            throw new ConnectorException(ConnectorException.Type.GENERIC, "cannot connect to the database: " + reason);
        }
        throw ConnectorException.invalidConfiguration(
                "no driver takes this `jdbcUrl`; it must start with jdbc:h2: or jdbc:postgresql:");
    }
}
