package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CommandTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/invalid-requests.psv", delimiter = '|', quoteCharacter = '~')
    void an_input_of_another_shape_is_named(String type, String input, String message) {
        var codec = CommandRoundTripTest.standard(type).input();

        assertThatThrownBy(() -> codec.read(Json.parse(input)))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_REQUEST))
                .hasMessage(message);
    }

    @Nested
    class Of_ones_own {
        record Dryrun(String filter, List<Integer> limits) {}

        private final Command<Dryrun, JsonObject> dryrun = Command.of("custom:dryrun", Dryrun.class, JsonObject.class);

        @Test
        void reads_and_writes_records() {
            var json = Json.parse("{\"filter\":\"a\",\"limits\":[1,2],\"later\":true}");

            var input = dryrun.input().read(json);

            assertThat(input).isEqualTo(new Dryrun("a", List.of(1, 2)));
            assertThat(Json.toValue(out -> dryrun.input().write(input, out)))
                    .isEqualTo(Json.parse("{\"filter\":\"a\",\"limits\":[1,2]}"));
        }

        @Test
        void reads_and_writes_json_as_it_is() {
            var json = Json.parse("{\"any\":[1]}");

            assertThat(dryrun.output().read(json)).isEqualTo(json);
            assertThat(Json.toValue(out -> dryrun.output().write(json.asJsonObject(), out)))
                    .isEqualTo(json);
        }

        @Test
        void names_the_member_that_does_not_fit_and_shows_no_value() {
            assertInvalid(
                    dryrun.input(), "{\"limits\":[1,\"hunter2\"]}", "the JSON is no Dryrun: `limits.[1]` does not fit");
            assertInvalid(dryrun.output(), "[]", "a JsonObject was expected, but there is an array");
        }

        @Test
        void needs_a_type() {
            assertThatThrownBy(() -> Command.of(" ", Dryrun.class, JsonObject.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a command needs a type, such as `custom:dryrun`");
        }

        private void assertInvalid(Codec<?> codec, String json, String message) {
            assertThatThrownBy(() -> codec.read(Json.parse(json)))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void a_reference_reads_by_key_or_by_identity() {
        assertThat(AccountReference.fromJson(Json.parse("{\"identity\":\"ada\"}"))
                        .lookupKey())
                .isEqualTo(Key.simple("ada"));
        assertThat(AccountReference.of(Key.compound("ada", "7")).id()).isEqualTo("ada");
        assertThat(ChangePasswordInput.of("ada", "x").lookupKey()).isEqualTo(Key.simple("ada"));
    }

    @Test
    void no_secret_is_part_of_a_text_form() {
        var expiry = Instant.EPOCH;

        assertThat(List.of(
                        AuthenticateInput.of("ada", "hunter2"),
                        ChangePasswordInput.of("ada", "hunter2"),
                        AccountCreateInput.of(Map.of("password", "hunter2")),
                        new AwsCredentials("id", "hunter2", "hunter2", expiry),
                        OAuth2TokenRequest.of("google", "hunter2"),
                        new OAuth2Token("hunter2", expiry, "Bearer", "hunter2", JsonValue.EMPTY_JSON_OBJECT)))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("hunter2"));
    }

    @Test
    void what_the_host_cannot_do_says_who_can() {
        assertThatThrownBy(() -> NoContext.INSTANCE.assumeAwsRole(new AwsRole("arn", "id", "session")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("what runs this connector cannot assume AWS roles; the platform can, and so can a host that"
                        + " implements PlatformServices");
    }

    @Test
    void rights_are_one_text_on_the_wire_and_several_in_code() {
        assertThat(Permission.of("/etc", "read", "write").rights()).isEqualTo("read,write");
        assertThat(Permission.fromJson(Json.parse("{\"target\":\"t\",\"rights\":[\"read\",\"write\"]}"))
                        .rightsList())
                .containsExactly("read", "write");
        assertThat(new Permission("t", " read , write,", null).rightsList()).containsExactly("read", "write");
    }
}
