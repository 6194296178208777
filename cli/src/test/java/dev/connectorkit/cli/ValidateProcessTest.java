package dev.connectorkit.cli;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_DELETE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.server.ConnectorServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What Ctrl-C does to a validation. */
class ValidateProcessTest {
    private static final int SIGTERM = 128 + 15;

    private final Map<String, Account> accounts = new ConcurrentHashMap<>(Map.of("ada", Account.of("ada")));
    private final CompletableFuture<Void> reading = new CompletableFuture<>();
    private final CountDownLatch answered = new CountDownLatch(1);

    /** Does not answer when an account that was created is read, until the end of the test. */
    private Connector people(boolean deletes) {
        return Connector.named("people")
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .on(ACCOUNT_CREATE, (context, input, response) -> {
                    var id = String.valueOf(input.attributes().text("id"));
                    accounts.put(id, Account.of(id).withAttributes(input.attributes()));
                    response.send(accounts.get(id));
                })
                .on(ACCOUNT_READ, (context, input, response) -> {
                    var account = accounts.get(input.id());
                    if (account == null) {
                        throw ConnectorException.notFound("account", input.id());
                    }
                    reading.complete(null);
                    answered.await();
                    response.send(account);
                })
                .on(ACCOUNT_DELETE, (context, input, response) -> {
                    if (!deletes) {
                        throw new ConnectorException(ConnectorException.Type.GENERIC, "accounts are kept for ever");
                    }
                    accounts.remove(input.id());
                })
                .build();
    }

    private record Ended(int exitCode, String out, String errors) {}

    /** Validates in a process of its own, and terminates it as soon as an account that it created is read. */
    private Ended interrupted(Connector connector) throws Exception {
        try (var server = ConnectorServer.of(connector).withPort(0).start()) {
            var process = ServerProcess.launch(
                    Map.of(),
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "validate",
                            "--url",
                            server.uri().toString(),
                            "--rule",
                            "create.equals-read"));
            try {
                CompletableFuture.anyOf(reading, process.onExit()).join();
                // Process.destroy() would close the streams as well.
                process.toHandle().destroy();
                return new Ended(
                        process.waitFor(),
                        new String(process.getInputStream().readAllBytes(), UTF_8),
                        new String(process.getErrorStream().readAllBytes(), UTF_8));
            } finally {
                answered.countDown();
                process.destroyForcibly();
            }
        }
    }

    @Test
    void test_accounts_are_removed_when_a_validation_is_interrupted() throws Exception {
        var ended = interrupted(people(true));

        assertThat(reading).isCompleted();
        assertThat(ended.errors().lines()).startsWith("interrupted; test accounts were removed");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(SIGTERM);
        assertThat(accounts).containsOnlyKeys("ada");
    }

    @Test
    void what_cannot_be_removed_when_a_validation_is_interrupted_is_named() throws Exception {
        var ended = interrupted(people(false));

        var left = accounts.keySet().stream().filter(id -> !id.equals("ada")).toList();
        assertThat(left).hasSize(1);
        assertThat(ended.errors().lines())
                .startsWith("interrupted; test accounts were removed, but these are left: " + left.get(0));
        assertThat(ended.exitCode()).isEqualTo(SIGTERM);
    }
}
