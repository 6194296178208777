package dev.connectorkit.dsl.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.Commands;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRequestTest {

    @Test
    void reads_every_member_and_ignores_unknown_ones() {
        var request = CommandRequest.parse("""
                {"type": "std:account:read", "input": {"identity": "ada"}, "config": {"url": "x"}, "version": 2,
                 "connectorRef": "directory", "tag": "latest", "metadata": {"invocationId": "i1", "spanId": 7}}""");

        assertThat(request.type()).isEqualTo("std:account:read");
        assertThat(request.input()).isEqualTo(Json.parse("{\"identity\": \"ada\"}"));
        assertThat(request.config()).isEqualTo(Json.parse("{\"url\": \"x\"}"));
        assertThat(request.version()).isEqualTo(2);
        assertThat(request.connectorRef()).isEqualTo("directory");
        assertThat(request.metadata()).isEqualTo(RequestMetadata.none().withInvocationId("i1"));
    }

    @Test
    void missing_and_null_objects_are_empty() {
        var request = CommandRequest.parse("{\"type\": \"std:test-connection\", \"input\": null}");

        assertThat(request.input()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(request.config()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(request.version()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            []                                  | the request must be an object such as {"type": "std:test-connection"}, but is an array
            {}                                  | the request has no `type`, which names the command, such as "std:test-connection"
            {"type": 1}                         | `type` must be text that names the command, but is a number
            {"type": " "}                       | `type` is blank; it must name the command, such as "std:test-connection"
            {"type": "x", "config": "e30="}     | `config` must be an object, but is text
            {"type": "x", "version": "1"}       | `version` must be a whole number, but is text
            {"type": "x", "version": 1e30}      | `version` must be a whole number of at most 32 bits
            """)
    void says_what_is_wrong_with(String body, String message) {
        assertThatThrownBy(() -> CommandRequest.parse(body))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_REQUEST))
                .hasMessage(message);
    }

    @Test
    void malformed_json_is_placed_but_not_quoted() {
        assertThatThrownBy(() -> CommandRequest.parse("{\"type\": \"x\",\n \"config\": {\"token\": hunter2}}"))
                .hasMessageStartingWith("the request is not JSON: line 2, column ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void what_is_written_reads_back() {
        var request = CommandRequest.of(Commands.ACCOUNT_READ, AccountReference.of("ada"))
                .withConfig(Json.object().add("token", "t").build())
                .withMetadata(RequestMetadata.none().withInvocationId("i1"));

        assertThat(CommandRequest.parse(Json.toText(request.toJson()))).isEqualTo(request);
    }

    @Test
    void its_text_shows_neither_input_nor_config() {
        var request = CommandRequest.of(
                "custom:x", Json.object().add("password", "hunter2").build());

        assertThat(request).hasToString("CommandRequest[custom:x]");
    }
}
