package dev.connectorkit.cli.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SpecCommandTest {
    @TempDir
    Path directory = Path.of("");

    record Outcome(int exitCode, String out, String err) {}

    private static Outcome run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line =
                new CommandLine(new SpecCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exitCode = line.execute(texts);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static final String SMALL = """
            {
                "name": "small",
                "keyType": "simple",
                "commands": [
                    "std:test-connection"
                ],
                "sourceConfig": []
            }
            """;

    @Test
    void lint_exits_with_1_when_there_are_errors() throws IOException {
        var good = file("good.json", SMALL);
        var bad = file("bad.json", SMALL.replace("test-connection", "test-conection"));

        var outcome = run("lint", good, bad);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(bad + ":5:9: error: the platform has no command `std:test-conection`; did you mean"
                        + " `std:test-connection`? [unknown-command]\n")
                .contains(good + ": 2 information\n");
        assertThat(run("lint", good).exitCode()).isZero();
    }

    @Test
    void lint_reports_as_json() throws IOException {
        var bad = file("bad.json", "{,}");

        var outcome = run("lint", bad, "--format", "json");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith("[\n{\"file\":\"" + bad + "\",\"errors\":")
                .contains("{\"code\":\"not-json\",\"severity\":\"error\",\"line\":1,\"column\":2,\"pointer\":\"\","
                        + "\"message\":\"there is a comma too many\",\"suggestion\":\"remove it\"}")
                .endsWith("}\n]\n");
    }

    @Test
    void a_file_that_is_not_there_is_named_with_exit_code_2() {
        var outcome = run("lint", directory.resolve("none.json"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("none.json does not exist");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void a_file_in_another_encoding_is_named_with_exit_code_2() throws IOException {
        var latin =
                Files.write(directory.resolve("latin.json"), "{\"a\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1));

        var outcome = run("roundtrip", latin);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("latin.json is not UTF-8");
    }

    @Test
    void a_directory_is_named_with_exit_code_2() {
        var outcome = run("lint", directory);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("is a directory");
    }

    @Test
    void roundtrip_prints_the_same_in_canonical_form() throws IOException {
        var shuffled = file(
                "shuffled.json",
                "{\"sourceConfig\": [], \"commands\": [\"std:test-connection\"], \"keyType\": \"simple\","
                        + " \"name\": \"small\"}");

        assertThat(run("roundtrip", shuffled)).isEqualTo(new Outcome(0, SMALL, ""));
    }

    @Test
    void roundtrip_says_why_a_file_is_no_json() throws IOException {
        var conflict =
                file("conflict.json", "{\n<<<<<<< HEAD\n\"name\": \"a\"\n=======\n\"name\": \"b\"\n>>>>>>> x\n}\n");

        assertThat(run("roundtrip", conflict))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        conflict + ":2:1: error: a merge conflict has not been resolved; keep one side and remove the"
                                + " markers [not-json]\n" + conflict + " holds no JSON object\n"));
    }

    @Test
    void diff_exits_with_1_when_existing_sources_break() throws IOException {
        var older = file("older.json", SMALL);
        var newer = file("newer.json", SMALL.replace("simple", "compound"));

        assertThat(run("diff", older, newer)).isEqualTo(new Outcome(1, """
                        breaking: keyType: was `simple`, is `compound`; the keys of known accounts no longer fit
                        this breaks existing sources
                        """, ""));
        assertThat(run("diff", older, older)).isEqualTo(new Outcome(0, "nothing changed\n", ""));
        assertThat(run("diff", older, newer, "--format", "json").out()).startsWith("{\"breaking\":true");
    }

    @Test
    void diff_exits_with_2_when_a_file_is_no_spec() throws IOException {
        assertThat(run("diff", file("older.json", SMALL), file("newer.json", "[]"))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void spec_alone_says_what_it_can_do() {
        var outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("say what to do: lint, roundtrip or diff");
    }
}
