package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.command.SentOutputs;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomizerTest {
    private final Connector connector = Connector.named("directory")
            .on(ACCOUNT_READ, (context, input, response) -> {
                var title = context.customizedOperation("title-of", Json.text(input.id()));
                response.send(Account.of(input.id()).with("title", title));
            })
            .build();

    @Test
    void the_input_changes_before_the_handler_and_the_output_after_it() throws Exception {
        var customizer = Customizer.builder()
                .before(ACCOUNT_READ, (context, input) -> AccountReference.of("x-" + input.id()))
                .after(ACCOUNT_READ, (context, account) -> account.with("source", context.commandType()))
                .build();

        assertThat(read(connector.customizedBy(customizer)))
                .containsExactly(Account.of("x-ada").with("title", "x-ada").with("source", "custom:test"));
    }

    @Test
    void a_handler_reaches_a_named_operation_through_its_context() throws Exception {
        var customizer = Customizer.builder()
                .operation("title-of", (context, id) -> Json.text("Countess " + ((JsonString) id).getString()))
                .build();

        assertThat(read(connector.customizedBy(customizer)))
                .containsExactly(Account.of("ada").with("title", "Countess ada"));
    }

    @Test
    void an_operation_that_nobody_defined_answers_its_input() throws Exception {
        assertThat(read(connector)).containsExactly(Account.of("ada").with("title", "ada"));
    }

    @Test
    void a_customization_that_fails_fails_the_command() {
        var customizer = Customizer.builder()
                .after(ACCOUNT_READ, (context, account) -> {
                    throw new IOException("no title service");
                })
                .build();

        assertThatThrownBy(() -> read(connector.customizedBy(customizer)))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("no title service")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_command_that_the_connector_does_not_answer_cannot_be_customized() {
        var customizer = Customizer.builder()
                .after(ACCOUNT_LIST, (context, account) -> account)
                .build();

        assertThatThrownBy(() -> connector.customizedBy(customizer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("after(std:account:list): the connector does not answer this command; it answers"
                        + " std:account:read, std:spec:read");
    }

    @Test
    void a_customizer_alone_answers_bare_json() {
        var customizer = Customizer.builder()
                .before(ACCOUNT_READ, (context, input) -> AccountReference.of("x-" + input.id()))
                .after(ACCOUNT_READ, (context, account) -> account.withDisabled(true))
                .operation("echo", (context, json) -> json)
                .build();

        assertThat(customizer.commandTypes())
                .containsExactly("before:std:account:read", "after:std:account:read", "echo");
        assertThat(answer(customizer, "before:std:account:read", "{\"identity\":\"ada\"}"))
                .isEqualTo("{\"identity\":\"x-ada\",\"key\":{\"simple\":{\"id\":\"x-ada\"}}}");
        assertThat(answer(customizer, "after:std:account:read", "{\"identity\":\"ada\",\"attributes\":{}}"))
                .isEqualTo("{\"identity\":\"ada\",\"disabled\":true,\"attributes\":{}}");
        assertThat(answer(customizer, "echo", "[1]")).isEqualTo("[1]");
        assertThat(answer(customizer, "after:std:account:list", "{\"any\":1}")).isEqualTo("{\"any\":1}");
    }

    @Test
    void one_step_is_defined_once() {
        var builder = Customizer.builder().operation("echo", (context, json) -> json);

        assertThatThrownBy(() -> builder.operation("echo", (context, json) -> json))
                .hasMessage("operation(echo) is defined twice; keep one");
    }

    private static String answer(Customizer customizer, String type, String input) {
        return Json.toText(customizer.answer(type, NoContext.INSTANCE, Json.parse(input)));
    }

    private static List<Account> read(Connector connector) throws Exception {
        @SuppressWarnings("unchecked") // the route was found under the command's own type
        var handler = (Handler<AccountReference, Account>)
                requireNonNull(connector.route(ACCOUNT_READ.type())).handler();
        var sent = new SentOutputs<Account>();
        handler.handle(NoContext.INSTANCE, AccountReference.of("ada"), sent);
        return sent.outputs();
    }
}
