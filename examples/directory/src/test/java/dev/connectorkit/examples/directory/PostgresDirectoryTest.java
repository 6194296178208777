package dev.connectorkit.examples.directory;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresDirectoryTest implements DirectoryRules {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        try {
            server = EmbeddedPostgres.start();
        } catch (IllegalStateException e) {
            abort("there is no PostgreSQL binary for this platform among the test dependencies: " + e.getMessage());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public JsonObject emptyDatabase() {
        var name = "directory" + DATABASES.incrementAndGet();
        var postgres = requireNonNull(server);
        Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return Json.createObjectBuilder()
                .add("jdbcUrl", postgres.getJdbcUrl("postgres", name))
                .add("user", "postgres")
                .add("password", "any")
                .build();
    }
}
