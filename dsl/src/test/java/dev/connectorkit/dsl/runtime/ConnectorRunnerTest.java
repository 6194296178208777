package dev.connectorkit.dsl.runtime;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.SPEC_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Codec;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.JsonWritable;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConnectorRunnerTest {
    private final Lines lines = new Lines();

    private static Connector.Builder connector() {
        return Connector.named("sample")
                .accounts(string("id", "Id").identity(), string("name", "Name").display());
    }

    private static ConnectorRunner listing(Handler<AccountListInput, Account> handler) {
        return ConnectorRunner.of(connector().on(ACCOUNT_LIST, handler).build());
    }

    private static CommandRequest list() {
        return CommandRequest.of("std:account:list", JsonValue.EMPTY_JSON_OBJECT);
    }

    private void run(Handler<AccountListInput, Account> handler) {
        listing(handler).run(list(), lines);
    }

    private InvocationException failure(Handler<AccountListInput, Account> handler) {
        return failure(listing(handler), list());
    }

    private InvocationException failure(ConnectorRunner runner, CommandRequest request) {
        try {
            runner.run(request, lines);
        } catch (InvocationException e) {
            return e;
        }
        throw new AssertionError("the command succeeded with " + lines.all());
    }

    @Nested
    class Lines_of_an_answer {

        @Test
        void every_kind_of_event_is_one_line() {
            run((context, input, response) -> {
                response.send(Account.of("ada").with("name", "Ada\nLovelace"));
                response.keepAlive();
                response.patchConfig(
                        Json.provider().createPatchBuilder().add("/a", 1).build());
                response.saveState(Json.object().add("cursor", "7").build());
            });

            assertThat(lines.all())
                    .containsExactly(
                            "{\"type\":\"output\",\"data\":{\"identity\":\"ada\",\"key\":{\"simple\":{\"id\":\"ada\"}},"
                                    + "\"attributes\":{\"name\":\"Ada\\nLovelace\"}}}",
                            "{\"type\":\"keepAlive\",\"data\":{}}",
                            "{\"type\":\"config\",\"data\":[{\"op\":\"add\",\"path\":\"/a\",\"value\":1}]}",
                            "{\"type\":\"state\",\"data\":{\"cursor\":\"7\"}}");
        }

        @Test
        void a_command_that_has_nothing_to_say_says_so() {
            ConnectorRunner.of(connector()
                            .on(TEST_CONNECTION, (context, input, response) -> {})
                            .build())
                    .run(CommandRequest.of("std:test-connection", JsonValue.EMPTY_JSON_OBJECT), lines);

            assertThat(lines.all()).containsExactly("{\"type\":\"output\",\"data\":{}}");
        }

        @Test
        void an_empty_list_is_an_empty_answer() {
            run((context, input, response) -> {});

            assertThat(lines.all()).isEmpty();
        }

        @Test
        void the_sink_is_flushed_after_the_last_line() {
            var events = new ArrayList<String>();

            listing((context, input, response) -> response.keepAlive()).run(list(), new EventSink() {
                @Override
                public void line(EventType type, byte[] buffer, int offset, int length) {
                    events.add(type.wireName());
                }

                @Override
                public void flush() {
                    events.add("flush");
                }
            });

            assertThat(events).containsExactly("keepAlive", "flush");
        }

        @Test
        void lines_of_concurrent_senders_stay_whole() {
            run((context, input, response) -> IntStream.range(0, 2_000)
                    .parallel()
                    .forEach(i -> response.send(Account.of("a" + i).with("name", "x".repeat(i)))));

            assertThat(lines.all()).hasSize(2_000).allSatisfy(line -> Json.parse(line));
            assertThat(lines.all()).doesNotHaveDuplicates();
        }
    }

    @Nested
    class What_is_refused {
        private static final int MAX_LINE = 256 * 1024;

        private static String nameForLineOf(int bytes) {
            var line = new Lines();
            listing((context, input, response) ->
                            response.send(Account.of("ada").with("name", "")))
                    .run(list(), line);
            return "n".repeat(bytes - line.all().get(0).length());
        }

        @Test
        void an_output_as_large_as_the_platform_takes_is_sent() {
            run((context, input, response) -> response.send(Account.of("ada").with("name", nameForLineOf(MAX_LINE))));

            assertThat(lines.all())
                    .singleElement()
                    .satisfies(line -> assertThat(line).hasSize(MAX_LINE));
        }

        @Test
        void a_byte_more_is_refused_whole_and_the_next_output_is_fine() {
            run((context, input, response) -> {
                var tooLarge = Account.of("ada").with("name", nameForLineOf(MAX_LINE + 1));
                assertThatThrownBy(() -> response.send(tooLarge))
                        .isInstanceOfSatisfying(
                                ConnectorException.class,
                                e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_RESPONSE))
                        .hasMessage(
                                "the line of this output has 262,145 bytes, but the platform takes 262,144 at most");
                response.send(Account.of("bob"));
            });

            assertThat(lines.all()).singleElement().asString().contains("bob");
        }

        @Test
        void a_config_patch_beyond_the_limit_is_refused_as_well() {
            var failure = failure((context, input, response) -> response.patchConfig(Json.provider()
                    .createPatchBuilder()
                    .add("/a", "x".repeat(MAX_LINE))
                    .build()));

            assertThat(failure).hasMessageStartingWith("the line of this config patch has 262,2");
            assertThat(failure.answerStarted()).isFalse();
        }

        @Test
        void an_output_after_the_state() {
            assertThat(failure((context, input, response) -> {
                        response.saveState(JsonValue.EMPTY_JSON_OBJECT);
                        response.send(Account.of("ada"));
                    }))
                    .hasMessage("an output was sent after saveState(), which must come after the last output");
        }

        @Test
        void a_second_state() {
            assertThat(failure((context, input, response) -> {
                        response.saveState(JsonValue.EMPTY_JSON_OBJECT);
                        response.saveState(JsonValue.EMPTY_JSON_OBJECT);
                    }))
                    .hasMessage("saveState() was called twice; one invocation saves one state");
        }

        @Test
        void everything_once_the_handler_has_returned() {
            var kept = new AtomicReference<Response<Account>>();
            run((context, input, response) -> kept.set(response));

            assertThatIllegalStateException()
                    .isThrownBy(() -> kept.get().send(Account.of("ada")))
                    .withMessage("the handler has returned; this invocation takes no more lines");
            assertThatIllegalStateException().isThrownBy(() -> kept.get().keepAlive());
        }

        @Test
        void an_output_that_breaks_off_leaves_no_trace() {
            var command = Command.of("custom:broken", SPEC_READ.input(), Broken.CODEC);
            var runner = ConnectorRunner.of(connector()
                    .on(command, (context, input, response) -> {
                        assertThatThrownBy(() -> response.send(new Broken(true)))
                                .hasMessage("cannot write this");
                        response.send(new Broken(false));
                    })
                    .build());

            runner.run(CommandRequest.of("custom:broken", JsonValue.EMPTY_JSON_OBJECT), lines);

            assertThat(lines.all()).containsExactly("{\"type\":\"output\",\"data\":{\"ok\":true}}");
        }

        private record Broken(boolean breaksOff) implements JsonWritable {
            static final Codec<Broken> CODEC = new Codec<>() {
                @Override
                public Class<Broken> type() {
                    return Broken.class;
                }

                @Override
                public Broken read(JsonValue json) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(Broken value, JsonGenerator out) {
                    value.writeTo(out);
                }
            };

            @Override
            public void writeTo(JsonGenerator out) {
                out.writeStartObject();
                if (breaksOff) {
                    out.write("lost", "x".repeat(20_000));
                    throw new IllegalStateException("cannot write this");
                }
                out.write("ok", true).writeEnd();
            }
        }

        @Test
        void an_account_without_a_JSON_form() {
            run((context, input, response) -> {
                assertThatThrownBy(() -> response.send(Account.of("ada").with("risk", Double.NaN)))
                        .isInstanceOf(RuntimeException.class)
                        .hasMessageContaining("NaN");
                response.send(Account.of("bob"));
            });

            assertThat(lines.all()).singleElement().asString().contains("bob");
        }
    }

    @Test
    void half_a_surrogate_pair_goes_out_as_an_escape() {
        run((context, input, response) -> response.send(Account.of("ada").with("name", "half \ud83d")));

        assertThat(lines.all()).singleElement().asString().containsIgnoringCase("half \\ud83d\"");
    }

    @Nested
    class Failures {

        @Test
        void an_unknown_command_is_named_beside_those_there_are() {
            var failure = failure(
                    listing((context, input, response) -> {}),
                    CommandRequest.of("std:account:unlock", JsonValue.EMPTY_JSON_OBJECT));

            assertThat(failure.text())
                    .isEqualTo("generic error: no handler for `std:account:unlock`; this connector handles"
                            + " `std:account:list`, `std:spec:read`");
        }

        @Test
        void not_found_has_a_type_of_its_own() {
            var failure = failure((context, input, response) -> {
                throw ConnectorException.notFound("account", "ada");
            });

            assertThat(failure.text()).isEqualTo("notFound error: no account with the id `ada`");
            assertThat(failure.type()).isEqualTo(ConnectorException.Type.NOT_FOUND);
            assertThat(failure.answerStarted()).isFalse();
        }

        @Test
        void a_failure_after_the_first_line_says_so_and_has_a_line() {
            var failure = failure((context, input, response) -> {
                response.send(Account.of("ada"));
                throw new IOException("the source \"hung up\"");
            });

            assertThat(failure.answerStarted()).isTrue();
            assertThat(new String(failure.line(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("{\"type\":\"error\",\"data\":{\"type\":\"generic\","
                            + "\"message\":\"the source \\\"hung up\\\"\"}}\n");
        }

        @Test
        void an_exception_without_a_message_is_named_by_its_class() {
            assertThat(failure((context, input, response) -> {
                        throw new UnsupportedOperationException();
                    }))
                    .hasMessage("java.lang.UnsupportedOperationException");
        }

        @Test
        void an_error_fails_the_invocation_only() {
            var failure = failure((context, input, response) -> {
                throw new StackOverflowError();
            });

            assertThat(failure).hasMessage("java.lang.StackOverflowError").hasCauseInstanceOf(StackOverflowError.class);
        }

        @Test
        void an_input_of_the_wrong_shape_is_told_before_the_handler() {
            var runner = ConnectorRunner.of(connector()
                    .on(ACCOUNT_READ, (context, input, response) -> response.send(Account.of("never")))
                    .build());

            var failure =
                    failure(runner, CommandRequest.parse("{\"type\":\"std:account:read\",\"input\":{\"key\":1}}"));

            assertThat(failure.type()).isEqualTo(ConnectorException.Type.INVALID_REQUEST);
            assertThat(lines.all()).isEmpty();
        }

        @Test
        void an_interrupted_handler_was_cancelled_and_its_thread_stays_interrupted() {
            var failure = failure((context, input, response) -> {
                throw new InterruptedException();
            });

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).hasMessage("the command was cancelled");
            assertThat(failure.type()).isEqualTo(ConnectorException.Type.TIMEOUT);
        }

        @Test
        void an_io_failure_of_the_source_is_no_reader_that_has_gone() {
            assertThat(failure((context, input, response) -> {
                        throw new UncheckedIOException(new IOException("source down"));
                    }))
                    .hasMessage("java.io.IOException: source down");
        }

        @Test
        void a_reader_that_has_gone_ends_even_a_handler_that_ignores_it() {
            EventSink broken = (type, buffer, offset, length) -> {
                throw new IOException("Broken pipe");
            };
            var sends = new ArrayList<Boolean>();
            var runner = listing((context, input, response) -> {
                for (int i = 0; i < 3; i++) {
                    try {
                        response.send(Account.of("ada"));
                        sends.add(true);
                    } catch (ReaderGoneException e) {
                        sends.add(false);
                    }
                }
            });

            assertThatThrownBy(() -> runner.run(list(), broken))
                    .isInstanceOf(ReaderGoneException.class)
                    .hasRootCauseMessage("Broken pipe");
            assertThat(sends).containsExactly(false, false, false);
        }
    }

    @Nested
    class Configuration {
        private final Connector connector = connector()
                .config(menu("Connection", section("Server", text("url", "URL").required(), secret("token", "Token"))))
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    throw new IllegalStateException(
                            "401 for token " + context.config().getString("token"));
                })
                .build();

        private static JsonObject config(String name, String value) {
            return Json.object().add(name, value).build();
        }

        @Test
        void is_checked_before_the_handler() {
            var failure = failure(ConnectorRunner.of(connector), list().withConfig(config("token", "t")));

            assertThat(failure.type()).isEqualTo(ConnectorException.Type.INVALID_CONFIGURATION);
            assertThat(failure).hasMessage("the configuration cannot work: `url` (URL, in section Server) is missing");
        }

        @Test
        void what_is_named_like_a_credential_shows_in_no_message() {
            var connector = Connector.named("sample")
                    .on(ACCOUNT_UPDATE, (context, input, response) -> {
                        throw new IllegalStateException("refused 0-hunter2 and token-hunter2");
                    })
                    .build();
            var change =
                    Json.object().add("op", "Set").add("attribute", "password").add("value", "0-hunter2");
            var input = Json.object()
                    .add("identity", "ada")
                    .add("changes", Json.array().add(change))
                    .build();
            var request = CommandRequest.of("std:account:update", input)
                    .withConfig(Json.object().add("api_token", "token-hunter2").build());

            assertThatThrownBy(() -> ConnectorRunner.of(connector).run(request, new Lines()))
                    .hasMessage("refused *** and ***");
        }

        @Test
        void secrets_show_in_no_message_and_no_details() {
            var failure = failure(
                    ConnectorRunner.of(connector).withoutConfigCheck(), list().withConfig(config("token", "hunter2")));

            assertThat(failure).hasMessage("401 for token ***");
            assertThat(failure.details())
                    .startsWith("java.lang.IllegalStateException: 401 for token ***")
                    .doesNotContain("hunter2");
        }

        @Test
        void the_specification_is_read_without_one() {
            ConnectorRunner.of(connector).run(CommandRequest.of("std:spec:read", JsonValue.EMPTY_JSON_OBJECT), lines);

            assertThat(lines.all()).singleElement().asString().contains("{\"specification\":{\"name\":\"sample\"");
        }

        @Test
        void reloaded_shows_the_patches_sent() {
            var seen = new AtomicReference<JsonObject>();

            listing((context, input, response) -> {
                        response.patchConfig(Json.provider()
                                .createPatchBuilder()
                                .add("/cursor", "7")
                                .build());
                        seen.set(context.reloadConfig());
                    })
                    .run(list(), lines);

            assertThat(seen.get()).isEqualTo(config("cursor", "7"));
        }

        @Test
        void reloaded_is_what_the_host_says() {
            var seen = new AtomicReference<JsonObject>();
            var host = new Host() {
                @Override
                public JsonObject reloadConfig(CommandRequest request, JsonObject patched) {
                    return config("from", "host");
                }
            };

            listing((context, input, response) -> seen.set(context.reloadConfig()))
                    .withHost(host)
                    .run(list(), lines);

            assertThat(seen.get()).isEqualTo(config("from", "host"));
        }
    }

    @Nested
    class Silence {
        private static final String KEEP_ALIVE = "{\"type\":\"keepAlive\",\"data\":{}}";
        private final ManualScheduler time = new ManualScheduler();

        private void run(Handler<AccountListInput, Account> handler) {
            listing(handler)
                    .withScheduler(time)
                    .withKeepAlive(Duration.ofSeconds(60))
                    .run(list(), lines);
        }

        @Test
        void is_broken_every_interval() {
            run((context, input, response) -> time.advance(Duration.ofSeconds(185)));

            assertThat(lines.all()).containsExactly(KEEP_ALIVE, KEEP_ALIVE, KEEP_ALIVE);
        }

        @Test
        void is_counted_from_the_last_line() {
            run((context, input, response) -> {
                time.advance(Duration.ofSeconds(59));
                response.send(Account.of("ada"));
                time.advance(Duration.ofSeconds(59));
                response.send(Account.of("bob"));
                time.advance(Duration.ofSeconds(60));
            });

            assertThat(lines.all()).hasSize(3).last().isEqualTo(KEEP_ALIVE);
        }

        @Test
        void is_cut_short_by_the_first_keepAlive_that_nobody_reads() {
            var interrupted = new AtomicBoolean();
            var runner = listing((context, input, response) -> {
                        time.advance(Duration.ofSeconds(62));
                        interrupted.set(Thread.interrupted());
                    })
                    .withScheduler(time)
                    .withKeepAlive(Duration.ofSeconds(60));

            assertThatThrownBy(() -> runner.run(list(), new BufferedSink(new SocketWithoutReader(), time)))
                    .isInstanceOf(ReaderGoneException.class);

            assertThat(interrupted).isTrue();
        }

        /** Takes one write more, as the system does before it hears that the reader has gone. */
        private static final class SocketWithoutReader extends OutputStream {
            private int writes;

            @Override
            public void write(int value) throws IOException {
                if (++writes > 1) {
                    throw new IOException("broken pipe");
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                write(bytes[offset]);
            }
        }

        @Test
        void ends_with_the_handler() {
            run((context, input, response) -> {});
            time.advance(Duration.ofHours(1));

            assertThat(lines.all()).isEmpty();
            assertThat(time.waiting()).isZero();
        }
    }
}
