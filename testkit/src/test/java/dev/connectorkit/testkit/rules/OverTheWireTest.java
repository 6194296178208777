package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.ConnectorUnreachableException;
import dev.connectorkit.testkit.run.HttpDriver;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
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
