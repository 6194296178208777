package dev.connectorkit.examples.directory;

import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.examples.company.Company;
import dev.connectorkit.examples.company.CompanyTables;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The way to the database that a source's configuration names. */
final class Database {
    private static final int MOST_PEOPLE = 10_000_000;

    private Database() {}

    /** Connects. Where there is no directory yet, one is created with as many people as the configuration says. */
    static Handle open(Config config) {
        var people = config.number("people", 2_000);
        if (people < 0 || people > MOST_PEOPLE) {
            throw ConnectorException.invalidConfiguration("`people` must be a number from 0 to " + MOST_PEOPLE);
        }
        var url = lasting(config.text("jdbcUrl", "jdbc:h2:mem:directory-" + people));
        var credentials = new Properties();
        Stream.of("user", "password")
                .filter(config::has)
                .forEach(key -> credentials.setProperty(key, config.text(key)));
        var jdbi = Jdbi.create(() -> connect(url, credentials));
        // Arguments, the hashes of passwords among them, belong in no error.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return CompanyTables.open(jdbi, new Company((int) people));
    }

    /** Makes H2 keep what it holds in memory for the next invocation, when no connection is open in between. */
    private static String lasting(String url) {
        var forgets = url.startsWith("jdbc:h2:mem:") && !url.contains("DB_CLOSE_DELAY");
        return forgets ? url + ";DB_CLOSE_DELAY=-1" : url;
    }

    private static Connection connect(String url, Properties credentials) {
        try {
            // DriverManager finds drivers on the class path only, and a host may load this connector's jar by itself.
            for (var driver : ServiceLoader.load(Driver.class, Database.class.getClassLoader())) {
                var connection = driver.connect(url, credentials);
                if (connection != null) {
                    return connection;
                }
            }
        } catch (SQLException e) {
            // The driver's words may repeat the URL, which may hold a password.
            var reason = String.valueOf(e.getMessage()).replace(url, "`jdbcUrl`");
            throw new ConnectorException(ConnectorException.Type.GENERIC, "cannot connect to the database: " + reason);
        }
        throw ConnectorException.invalidConfiguration(
                "no driver takes this `jdbcUrl`; it must start with jdbc:h2: or jdbc:postgresql:");
    }
}
