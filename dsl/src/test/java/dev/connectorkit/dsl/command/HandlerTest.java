package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerTest {
    private final List<String> events = new ArrayList<>();

    private final class Client implements AutoCloseable {
        private final String url;

        Client(Context context) {
            url = context.config().getString("url");
            events.add("open " + url);
        }

        Account account(String id) throws IOException {
            events.add("read " + id);
            if (id.equals("nobody")) {
                throw new IOException("the source hung up");
            }
            return Account.of(id).with("url", url);
        }

        @Override
        public void close() {
            events.add("close " + url);
        }
    }

    private final Handler<AccountReference, Account> handler =
            Handler.using(Client::new, (client, input, response) -> response.send(client.account(input.id())));

    private final SentOutputs<Account> sent = new SentOutputs<>();

    @Test
    void each_invocation_has_a_client_of_its_own() throws Exception {
        handler.handle(NoContext.of("{\"url\":\"a\"}"), AccountReference.of("ada"), sent);
        handler.handle(NoContext.of("{\"url\":\"b\"}"), AccountReference.of("bob"), sent);

        assertThat(sent.outputs())
                .containsExactly(
                        Account.of("ada").with("url", "a"), Account.of("bob").with("url", "b"));
        assertThat(events).containsExactly("open a", "read ada", "close a", "open b", "read bob", "close b");
    }

    @Test
    void the_client_is_closed_after_a_failure_too() {
        assertThatThrownBy(() -> handler.handle(NoContext.of("{\"url\":\"a\"}"), AccountReference.of("nobody"), sent))
                .isInstanceOf(IOException.class)
                .hasMessage("the source hung up");
        assertThat(events).containsExactly("open a", "read nobody", "close a");
    }
}
