package dev.connectorkit.dsl.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
    private static final String LIST = "{\"type\":\"std:account:list\"}";

    private static RunningServer listing(Handler<AccountListInput, Account> handler) throws IOException {
        var connector = Connector.named("sample")
                .accounts(SchemaAttribute.string("id", "Id").identity().display())
                .on(ACCOUNT_LIST, handler)
                .build();
        return ConnectorServer.of(connector).withPort(0).start();
    }

    private static String readByteByByte(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
        }
        return bytes.toString(UTF_8);
    }

    @Test
    void a_reader_of_one_byte_at_a_time_gets_every_line() throws IOException {
        var lines = 3_000;
        try (var server = listing((context, input, response) -> {
                    for (int i = 0; i < lines; i++) {
                        response.send(Account.of("a" + i));
                    }
                });
                var raw = RawClient.withSmallBuffer(server)) {
            // An HTTP/1.0 answer has no chunks between its lines.
            raw.send("POST / HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: " + LIST.length()
                    + "\r\n\r\n" + LIST);

            var answer = readByteByByte(raw.in());

            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4).lines())
                    .hasSize(lines)
                    .allMatch(line -> line.startsWith("{\"type\":\"output\"") && line.endsWith("}}"));
            assertThat(answer).endsWith("{\"id\":\"a2999\"}},\"attributes\":{}}}\n");
        }
    }

    @Test
    void a_reader_that_stops_holds_the_handler_back() throws IOException {
        var line = "x".repeat(100_000);
        var sent = new AtomicInteger();
        // Far more than the system buffers for one connection.
        var all = 150;
        try (var server = listing((context, input, response) -> {
                    for (int i = 0; i < all; i++) {
                        response.send(Account.of(line));
                        sent.incrementAndGet();
                    }
                });
                var raw = RawClient.withSmallBuffer(server)) {
            raw.post(LIST);
            var seen = 0;
            for (var read = 0; read < 20_000; read++) {
                assertThat(raw.in().read()).isNotNegative();
                seen = sent.get();
            }

            assertThat(seen).isLessThan(all);
            assertThat(raw.readAll()).endsWith("0\r\n\r\n");
            assertThat(sent).hasValue(all);
        }
    }
}
