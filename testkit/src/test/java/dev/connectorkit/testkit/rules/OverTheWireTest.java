package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.ConnectorUnreachableException;
import dev.connectorkit.testkit.run.HttpDriver;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverTheWireTest {

    private static ValidationReport validate(Reference reference, UnaryOperator<Validation> options) {
        reference.source.reset(7);
        try (var server = new WireServer(reference.driver());
                var driver = HttpDriver.to(server.uri())) {
            return options.apply(Validation.of(driver).config(ReferenceSpec.CONFIG))
                    .run();
        }
    }

    @Test
    void a_correct_connector_fails_no_rule_and_every_skip_has_its_reason() {
        var report = validate(new Reference(), options -> options);

        assertThat(report.with(RuleStatus.FAILED)).as(report.summary()).isEmpty();
        assertThat(report.leftBehind()).isEmpty();
        assertThat(report.rule("list.streams").message()).startsWith("not tested over the wire");
        assertThat(report.rule("faults.error-fails-list").message()).startsWith("not tested");
        assertThat(report.rule("state.deltas-converge").status()).isEqualTo(RuleStatus.PASSED);
    }

    @Test
    void a_read_only_validation_changes_nothing() {
        var reference = new Reference();

        var report = validate(reference, Validation::readOnly);

        assertThat(report.with(RuleStatus.FAILED)).as(report.summary()).isEmpty();
        assertThat(report.rule("create.minimal").message()).contains("read-only");
        assertThat(reference.source.requests())
                .allSatisfy(request -> assertThat(request.kind().name()).isIn("LIST", "READ"));
    }

    @Test
    void an_error_after_the_first_line_is_a_failure_though_the_status_is_200() {
        var report = validate(
                new Reference().handler(CommandTypes.TEST, (request, sink) -> {
                    sink.output(JsonValue.EMPTY_JSON_OBJECT);
                    throw WireDriver.WireFailure.generic("too late");
                }),
                options -> options.only("test-connection.sends-one-empty-object"));

        assertThat(report.rules().get(0).message()).contains("too late");
    }

    @Test
    void an_error_of_the_typescript_server_is_told_without_its_stack() {
        var stack =
                "\n + ConnectorError: page 2 is missing\n    at list (/src/index.ts:7:3)\n    at async run (x.js:1:1)";
        var report = validate(
                new Reference().handler(CommandTypes.TEST, (request, sink) -> {
                    sink.output(JsonValue.EMPTY_JSON_OBJECT);
                    throw WireDriver.WireFailure.generic(stack);
                }),
                options -> options.only("test-connection.sends-one-empty-object"));

        assertThat(report.rules().get(0).message())
                .isEqualTo("`std:test-connection` fails: generic error: ConnectorError: page 2 is missing");
        assertThat(report.rules().get(0).exchanges().toString()).contains("index.ts:7:3");
    }

    @Test
    void a_command_that_falls_silent_is_waited_for_twice_and_no_more() {
        var asked = new AtomicInteger();
        var reference = new Reference();
        var frozen = new CountDownLatch(1);
        reference.source.reset(7);
        try (var server = new WireServer(reference.driver(), (request, proper) -> {
                    if (request.type().equals(CommandTypes.TEST)) {
                        asked.incrementAndGet();
                        waitFor(frozen);
                    }
                    return proper;
                });
                var driver = HttpDriver.to(server.uri()).withSilenceLimit(Duration.ofSeconds(1))) {
            var report = Validation.of(driver)
                    .config(ReferenceSpec.CONFIG)
                    .spec(reference.spec())
                    .only(
                            "test-connection.sends-one-empty-object",
                            "test-connection.empty-config-fails",
                            "test-connection.changes-nothing",
                            "protocol.lines")
                    .run();

            assertThat(asked).hasValue(2);
            assertThat(report.rule("protocol.lines").message()).contains("nothing was sent for");
        } finally {
            frozen.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_server_that_ends_in_the_middle_fails_the_rule_that_met_it_and_the_rest_is_skipped() {
        var reference = new Reference();
        reference.source.reset(7);
        var servers = new ArrayList<WireServer>();
        var answers = new AtomicInteger();
        try (var server = new WireServer(reference.driver(), (request, proper) -> {
                    if (answers.incrementAndGet() == 3) {
                        servers.get(0).close();
                    }
                    return proper;
                });
                var driver = HttpDriver.to(server.uri())) {
            servers.add(server);

            var report = Validation.of(driver)
                    .config(ReferenceSpec.CONFIG)
                    .spec(reference.spec())
                    .only("list.repeatable", "list.isolated", "list.equals-read", "create.minimal")
                    .run();

            assertThat(report.with(RuleStatus.FAILED)).isNotEmpty();
            assertThat(report.summary()).contains("has the process of the connector ended?");
            assertThat(report.rule("create.minimal").message()).contains("does not answer any more");
        }
    }

    private static Stream<String> ids(Reference reference) {
        return IntStream.range(0, reference.users.size())
                .mapToObj(n -> reference.users.rows(n, 1).rows().get(0))
                .map(row -> String.valueOf(row.text("id")));
    }

    @Test
    void an_account_whose_id_begins_with_that_of_another_is_created_to_see_whether_it_stays() {
        var reference = new Reference();
        reference.around(CommandTypes.DELETE, (request, sink, inner) -> {
            inner.handle(request, sink);
            var id = HandlerMutants.id(request);
            ids(reference).filter(other -> other.startsWith(id)).toList().forEach(reference.users::delete);
        });

        var report = validate(reference, options -> options.only("delete.gone-from-list"));

        assertThat(report.rules().get(0).message()).contains("the list of the others lacks");
    }

    @Test
    void a_search_by_the_beginning_of_an_id_is_found() {
        var reference = new Reference();
        reference.around(CommandTypes.DISABLE, (request, sink, inner) -> {
            var id = HandlerMutants.id(request);
            var found = ids(reference)
                    .filter(other -> other.startsWith(id))
                    .findFirst()
                    .orElse(id);
            inner.handle(
                    HandlerMutants.with(
                            request, Inputs.with(JsonValue.EMPTY_JSON_OBJECT, "identity", Json.text(found))),
                    sink);
        });

        var report = validate(reference, options -> options.only("not-found.disable"));

        assertThat(report.rules().get(0).message()).contains("is no account but the beginning of");
    }

    @Test
    void state_that_is_saved_before_a_list_fails_is_found_by_a_bad_configuration() {
        var reference = new Reference();
        reference.around(CommandTypes.LIST, (request, sink, inner) -> {
            sink.line(Line.STATE, Json.object().add("since", "now").build());
            inner.handle(request, sink);
        });

        var report = validate(reference, options -> options.only("state.failed-run-saves-none"));

        assertThat(report.rules().get(0).message()).contains("fails after it saved state");
    }

    @Test
    void what_fails_for_one_reason_is_told_once() {
        var report = validate(
                new Reference().handler(CommandTypes.LIST, (request, sink) -> {
                    throw WireDriver.WireFailure.generic("no list today");
                }),
                options -> options.only("list.repeatable", "list.isolated"));

        assertThat(report.summary())
                .containsOnlyOnce("`std:account:list` fails: generic error: no list today")
                .contains("list.isolated: An invocation leaves nothing behind for the next\n"
                        + "fails for the same reason as list.repeatable");
    }

    @Test
    void a_server_that_answers_at_any_path_but_the_root_is_found() throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            try (exchange) {
                var isRoot = exchange.getRequestURI().getPath().equals("/");
                var answer = isRoot ? "Cannot POST /" : "{\"type\":\"output\",\"data\":{}}\n";
                exchange.sendResponseHeaders(isRoot ? 404 : 200, answer.length());
                exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        });
        http.start();
        try (var driver =
                HttpDriver.to(URI.create("http://localhost:" + http.getAddress().getPort()))) {
            var answer = driver.execute(CommandRequest.of(CommandTypes.TEST, JsonValue.EMPTY_JSON_OBJECT));

            assertThat(answer.outputs()).containsExactly(JsonValue.EMPTY_JSON_OBJECT);
        } finally {
            http.stop(0);
        }
    }

    @Test
    void test_accounts_are_removed_even_if_a_rule_fails() {
        var reference = new Reference().slip(Slip.ADD_NESTS);

        var report = validate(reference, options -> options);

        assertThat(report.rule("update.add").status()).isEqualTo(RuleStatus.FAILED);
        assertThat(reference.users.size()).isEqualTo(7);
    }

    @Test
    void an_account_that_is_not_the_kits_is_changed_back() {
        var reference = new Reference()
                .without(CommandTypes.CREATE, CommandTypes.DELETE)
                .spec(spec -> Mutants.remove(Mutants.remove(spec, "/commands/5"), "/commands/3"));
        reference.source.reset(7);
        var before = reference.account(reference.users.read("u0"));

        var report = validate(reference, options -> options);

        assertThat(report.with(RuleStatus.FAILED)).as(report.summary()).isEmpty();
        assertThat(report.rule("update.set").status()).isEqualTo(RuleStatus.PASSED);
        assertThat(report.rule("update.set").notes()).first().asString().startsWith("tried on `u0`, an account of");
        assertThat(report.rule("password.changes-source").message()).contains("its password back");
        assertThat(report.notRestored()).isEmpty();
        assertThat(Compare.differences(
                        "before",
                        new ResourceObject(before),
                        "after",
                        new ResourceObject(reference.account(reference.users.read("u0")))))
                .isEmpty();
    }

    @Test
    void what_cannot_be_changed_back_is_reported() {
        var reference = new Reference()
                .without(CommandTypes.CREATE, CommandTypes.DELETE)
                .spec(spec -> Mutants.remove(Mutants.remove(spec, "/commands/5"), "/commands/3"))
                .handler(CommandTypes.ENABLE, (request, sink) -> {
                    throw WireDriver.WireFailure.generic("never");
                });

        var report = validate(reference, options -> options.only("disable.takes-effect"));

        assertThat(report.notRestored())
                .containsExactly("account `u0`: `disabled` is false in the account before but true in the account now");
        assertThat(report.summary()).contains("not changed back: account `u0`");
    }

    @Test
    void a_server_that_is_not_there_is_no_fault_of_the_connector() {
        try (var driver = HttpDriver.to(URI.create("http://localhost:1/"))) {
            var validation = Validation.of(driver);

            assertThatThrownBy(validation::run)
                    .isInstanceOf(ConnectorUnreachableException.class)
                    .hasMessageContaining("is the connector running?");
        }
    }
}
