package dev.connectorkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.ConnectorProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class MainTest {
    public record Outcome(int exitCode, String lines, String out, String err) {}

    public static Outcome run(String... arguments) {
        var lines = new ByteArrayOutputStream();
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = Main.commandLine(lines)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(exitCode, lines.toString(UTF_8), out.toString(), err.toString());
    }

    private static void isRefused(Outcome outcome, String cause) {
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.lines()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(2).first().asString().contains(cause);
        assertThat(outcome.err().lines()).last().asString().matches("Try 'connectorkit.* --help'\\.");
    }

    @Test
    void invoke_prints_the_lines_of_a_connector_found_by_name() {
        assertThat(run("invoke", "stub", "std:test-connection"))
                .isEqualTo(new Outcome(0, "{\"type\":\"output\",\"data\":{}}\n", "", ""));
    }

    @Test
    void a_connector_is_found_by_class_name_too() {
        assertThat(run("invoke", StubProvider.class.getName(), "std:test-connection")
                        .exitCode())
                .isZero();
    }

    @Test
    void a_misspelt_connector_is_pointed_at() {
        isRefused(
                run("invoke", "stubb", "std:test-connection"),
                "there is no connector `stubb` (did you mean `stub`?); the class path and the jars hold `stub`");
    }

    @Test
    void a_jar_must_exist_and_be_one(@TempDir Path directory) throws IOException {
        var text = Files.writeString(directory.resolve("text.jar"), "no zip at all");
        isRefused(run("spec", "stub", "--jar", text.toString()), "`" + text + "` is no jar");
        var missing = directory.resolve("missing.jar");
        isRefused(run("spec", "stub", "--jar", missing.toString()), "there is no file `" + missing + "`");
    }

    @Test
    void config_must_be_a_json_object_and_is_not_repeated() {
        var torn = run("invoke", "stub", "std:test-connection", "--config", "{\"password\":\"hunter2\",");
        isRefused(torn, "line 1, column ");
        assertThat(torn.err()).doesNotContain("hunter2");
        isRefused(
                run("invoke", "stub", "std:test-connection", "--config", "[\"hunter2\"]"),
                "must be a JSON object, but is an array");
        isRefused(run("invoke", "stub", "std:test-connection", "--config", "@no.json"), "there is no file no.json");
    }

    @Test
    void an_unknown_command_fails_and_names_those_there_are() {
        var outcome = run("invoke", "stub", "std:account:lst");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("no handler for `std:account:lst`", "`std:account:list`");
    }

    @Test
    void a_filter_that_does_not_parse_fails_at_its_position() {
        var outcome = run("invoke", "stub", "std:account:list", "--config", "{\"filterString\":\"name ==\"}");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("generic error: the configuration cannot work: at character 8 of `filterString`:"
                        + " expected an attribute, a text, a number or a condition, but the filter ends here"
                        + System.lineSeparator());
    }

    @Test
    void verbose_underlines_the_place_in_a_filter_that_does_not_parse() {
        assertThat(run("invoke", "stub", "std:account:list", "--config", "{\"filterString\":\"name ==\"}", "--verbose")
                        .err())
                .contains("  name ==\n         ^");
    }

    @Test
    void a_command_that_does_not_exist_is_answered_with_those_that_do() {
        isRefused(run("invok"), "there is no command `invok` (did you mean `invoke`?); there are run, invoke, ");
        isRefused(run("filter", "chek"), "there is no command `chek` (did you mean `check`?); there are check, ");
    }

    @Test
    void an_address_that_cannot_be_is_refused_before_the_server_starts() {
        isRefused(run("run", "stub", "--port", "99999"), "--port must be between 0 and 65535, but is 99999");
        isRefused(run("run", "stub", "--host", "no such host"), "nothing is known of no such host");
    }

    @Test
    void a_jar_that_lacks_a_library_is_named_as_the_cause(@TempDir Path directory) throws IOException {
        var jar = directory.resolve("torn.jar");
        var service = "META-INF/services/" + ConnectorProvider.class.getName();
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(out, service, "torn.Provider".getBytes(UTF_8));
            // A class of a format this JVM does not know: loading it is a LinkageError, as is a missing library.
            entry(out, "torn/Provider.class", new byte[] {
                (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 99, 99
            });
        }

        isRefused(run("spec", "torn", "--jar", jar.toString()), "the connector `torn` cannot be loaded");
    }

    private static void entry(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    @Test
    void an_account_that_is_not_there_fails_typed() {
        var read =
                new String[] {"invoke", "stub", "std:account:read", "--input", "{\"key\":{\"simple\":{\"id\":\"bo\"}}}"
                };

        var outcome = run(read);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("notFound error: no account with the id `bo`" + System.lineSeparator());
    }

    @Test
    void a_failure_after_the_first_line_is_a_line_itself() {
        var outcome = run("invoke", "stub", "std:account:list");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.lines().lines()).hasSize(2);
        assertThat(outcome.lines().lines()).first().asString().startsWith("{\"type\":\"output\"");
        assertThat(outcome.lines().lines()).last().asString().startsWith("{\"type\":\"error\"");
        assertThat(outcome.err()).contains("the source hung up").doesNotContain("\tat ");
    }

    @Test
    void verbose_shows_where_a_failure_came_from() {
        assertThat(run("invoke", "stub", "std:account:list", "--verbose").err())
                .contains("\tat dev.connectorkit.cli.StubProvider");
    }

    @Test
    void spec_prints_the_specification() {
        var outcome = run("spec", "stub");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("\"name\": \"stub\"", "\"std:account:list\"");
    }

    @Test
    void a_port_in_use_is_one_line() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            var outcome = run("run", "stub", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err().lines()).hasSize(1);
            assertThat(outcome.err()).contains("port " + taken.getLocalPort() + " on localhost cannot be had");
        }
    }
}
