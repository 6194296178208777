package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServerLogTest {
    private static final String SECRET = "hunter 2/\"quoted\"";

    private final Logger logger = (Logger) LoggerFactory.getLogger(ConnectorServer.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };
    private final RunningServer server = start();

    private static RunningServer start() {
        var connector = Connector.named("sample")
                .config(menu(
                        "Connection", section("Server", secret("token", "Token").required())))
                .accounts(string("id", "Id").identity().display())
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    if (context.config().containsKey("late")) {
                        response.send(Account.of("ada"));
                    }
                    throw new IOException("GET /people?token=hunter+2%2F%22quoted%22 (" + context.config() + ") and "
                            + context.config().getString("token") + " failed");
                })
                .build();
        try {
            return ConnectorServer.of(connector).withPort(0).start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
        server.close();
    }

    private String answer(String more) throws IOException {
        try (var raw = RawClient.of(server)) {
            return raw.post("{\"type\":\"std:account:list\",\"metadata\":{\"invocationId\":\"i-17\"},"
                            + "\"config\":{\"token\":\"" + SECRET.replace("\"", "\\\"") + "\"" + more + "}}")
                    .readAll();
        }
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_failure_is_logged_with_its_invocation_and_without_secrets() throws IOException {
        var answer = answer("");

        assertThat(answer)
                .endsWith("generic error: GET /people?token=*** ({\"token\":\"***\"}) and *** failed\n")
                .doesNotContain("hunter");
        assertThat(logged()).anyMatch(line -> line.startsWith("std:account:list failed: generic error: GET /people"));
        assertThat(logged())
                .anyMatch(line -> line.contains("java.io.IOException: GET /people") && line.contains("\tat "));
        assertThat(logged()).noneMatch(line -> line.contains("hunter"));
        assertThat(log.list)
                .allSatisfy(event -> assertThat(event.getMDCPropertyMap())
                        .containsEntry("invocationId", "i-17")
                        .containsEntry("command", "std:account:list"));
    }

    @Test
    void nor_are_there_secrets_in_the_line_that_ends_a_stream() throws IOException {
        assertThat(answer(",\"late\":true"))
                .contains("\"type\":\"error\"", "***")
                .doesNotContain("hunter");
        assertThat(logged()).noneMatch(line -> line.contains("hunter"));
    }
}
