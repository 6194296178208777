package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.SPEC_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.dsl.spec.TemplateField.field;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.Done;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.command.SentOutputs;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.SpecException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ConnectorTest {
    private final Connector airtable = Connector.named("airtable")
            .description("Lists the people of a base")
            .keyType(KeyType.COMPOUND)
            .config(menu("Connection", section("Base", text("baseUrl", "Base URL"), secret("token", "Token"))))
            .accounts(
                    string("id", "Record id").identity(),
                    string("email", "Primary email").display(),
                    string("groups", "Groups").multi().entitlement().managed().group())
            .entitlements("group", string("id", "Id").identity())
            .accountCreateTemplate(field("email").required().fromIdentity("email"))
            .stateful()
            .showDebugLoggingOption()
            .on(TEST_CONNECTION, (context, input, response) -> response.send(Done.done()))
            .on(ACCOUNT_LIST, (context, input, response) -> {})
            .on(Command.of("custom:dryrun", JsonObject.class, JsonObject.class), (context, input, response) -> {})
            .build();

    @Test
    void the_spec_follows_from_the_definition() {
        var spec = airtable.spec();

        assertThat(spec.name()).isEqualTo("airtable").isEqualTo(airtable.name());
        assertThat(spec.keyType()).isEqualTo(KeyType.COMPOUND);
        assertThat(spec.commands()).containsExactly("std:test-connection", "std:account:list", "custom:dryrun");
        assertThat(spec.accountSchema().identityAttribute()).isEqualTo("id");
        assertThat(spec.accountSchema().displayAttribute()).isEqualTo("email");
        assertThat(spec.accountSchema().groupAttribute()).isEqualTo("groups");
        assertThat(spec.entitlementSchema("group")).isNotNull();
        assertThat(spec.accountCreateTemplate()).hasSize(1);
        assertThat(spec.supportsStatefulCommands()).isTrue();
        assertThat(spec.showDebugLoggingOption()).isTrue();
        assertThat(spec.toJson().getString("description")).isEqualTo("Lists the people of a base");
    }

    @Test
    void spec_read_is_answered_without_a_handler() throws Exception {
        assertThat(answer(airtable))
                .isEqualTo(Json.object()
                        .add("specification", airtable.spec().toJson())
                        .build());
    }

    @Test
    void a_handler_of_ones_own_answers_spec_read() throws Exception {
        var connector = Connector.named("own")
                .on(SPEC_READ, (context, input, response) -> response.send(JsonValue.EMPTY_JSON_OBJECT))
                .build();

        assertThat(answer(connector)).isEmpty();
    }

    @Test
    void all_mistakes_of_a_definition_are_listed_at_once() {
        var definition = Connector.named(" ")
                .accounts(string("id").identity(), string("name"), string("name"))
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .on(TEST_CONNECTION, (context, input, response) -> {});

        assertThatThrownBy(definition::build).isInstanceOf(SpecException.class).hasMessage("""
                connector ` ` has 3 mistakes:
                  named(): the name is blank; give the connector the name it has in the platform.
                  accounts(): `name` is defined twice; keep one.
                  on(std:test-connection): the command is answered twice; keep one handler.""");
    }

    @Test
    void handlers_after_using_have_a_client_that_is_open_while_they_work() throws Exception {
        var events = new ArrayList<String>();
        var connector = Connector.named("clients")
                .on(ACCOUNT_LIST, (context, input, response) -> events.add("no client"))
                .using(context -> {
                    events.add("open");
                    return () -> events.add("close");
                })
                .on(TEST_CONNECTION, (client, input, response) -> events.add("test"))
                .on(SPEC_READ, (client, input, response) -> response.send(JsonValue.EMPTY_JSON_OBJECT))
                .build();

        assertThat(connector.spec().commands())
                .containsExactly("std:account:list", "std:test-connection", "std:spec:read");
        assertThat(answer(connector)).isEmpty();
        assertThat(events).containsExactly("open", "close");
    }

    @Test
    void what_is_wrong_before_using_or_after_is_told_by_either_build() {
        var definition = Connector.named("twice").on(TEST_CONNECTION, (context, input, response) -> {});

        var withClients = definition.using(context -> () -> {}).on(TEST_CONNECTION, (client, input, response) -> {});

        assertThatThrownBy(withClients::build)
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("on(std:test-connection): the command is answered twice; keep one handler.");
        assertThatThrownBy(definition::build).isInstanceOf(SpecException.class);
    }

    private static JsonObject answer(Connector connector) throws Exception {
        var route = requireNonNull(connector.route("std:spec:read"));
        @SuppressWarnings("unchecked") // the route was found under the command's own type
        var handler = (Handler<JsonObject, JsonObject>) route.handler();
        var sent = new SentOutputs<JsonObject>();
        handler.handle(NoContext.INSTANCE, JsonValue.EMPTY_JSON_OBJECT, sent);
        return sent.outputs().get(0);
    }
}
