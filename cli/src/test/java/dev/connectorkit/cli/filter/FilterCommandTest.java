package dev.connectorkit.cli.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FilterCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new FilterCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }

    @Test
    void without_a_subcommand_it_says_which_there_are() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).startsWith("say what to do: check, match, explain or test");
    }

    @Nested
    class Check {
        @TempDir
        Path folder = Path.of("");

        @Test
        void a_sound_filter_has_no_report() {
            assertThat(run("check", "type == \"Employee\"")).isZero();
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void an_error_is_underlined() {
            assertThat(run("check", "age == 30 and active")).isEqualTo(1);
            assertThat(out.toString())
                    .startsWith("filter:1:11: error: ")
                    .contains("  age == 30 and active\n            ^^^");
        }

        @Test
        void findings_are_available_as_json() {
            assertThat(run("check", "--format", "json", "emial.isNull()", "--attributes", "email:string"))
                    .isEqualTo(1);
            assertThat(JsonObjects.parse("{\"findings\":" + out + "}").get("findings"))
                    .asString()
                    .contains("code=unknown-attribute", "severity=warning", "start=0", "end=5", "suggestions=[email]");
        }

        @Test
        void an_unknown_attribute_is_a_warning_unless_the_attributes_are_all_there_are() {
            run("check", "emial.isNull()", "--attributes", "email:string,age:int");
            assertThat(out.toString()).startsWith("filter:1:1: warning: unknown attribute `emial`");

            out.getBuffer().setLength(0);
            assertThat(run("check", "emial.isNull()", "--attributes=email:string", "--strict"))
                    .isEqualTo(1);
            assertThat(out.toString()).startsWith("filter:1:1: error: unknown attribute `emial`");
        }

        @Test
        void a_note_is_no_failure() {
            assertThat(run("check", "groups == \"A\"", "--attributes", "groups:string[]"))
                    .isZero();
            assertThat(out.toString()).contains(": info: ");
        }

        @Test
        void the_attributes_are_those_of_a_spec() throws IOException {
            Path spec = folder.resolve("connector-spec.json");
            Files.writeString(spec, """
                    {"name": "c", "accountSchema": {"attributes": [
                      {"name": "email", "type": "string", "description": ""},
                      {"name": "login", "description": ""},
                      {"name": "groups", "type": "string", "multi": true, "description": ""}]}}
                    """);

            assertThat(run("check", "email.isNull() || login.isNull()", "--spec", spec.toString()))
                    .isZero();
            assertThat(run("check", "groups == \"A\" || manager.isNull()", "--spec", spec.toString()))
                    .isEqualTo(1);
            assertThat(out.toString()).contains(": info: ", "warning: unknown attribute `manager`");
        }

        @Test
        void a_spec_that_cannot_be_read_is_named() throws IOException {
            Path spec = Files.writeString(folder.resolve("spec.json"), "[");

            assertThat(run("check", "a", "--spec", spec.toString())).isEqualTo(2);
            assertThat(errors.toString()).contains("--spec: " + spec);

            errors.getBuffer().setLength(0);
            assertThat(run("check", "a", "--spec", "nowhere.json")).isEqualTo(2);
            assertThat(errors.toString()).contains("--spec: cannot read nowhere.json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a:text", "a", "a:", "a:string[", "b:int,a:"})
        void an_attribute_without_a_type_is_refused(String attributes) {
            assertThat(run("check", "a", "--attributes", attributes)).isEqualTo(2);
            assertThat(errors.toString())
                    .startsWith("--attributes: expected a name and string, boolean, int or long, as in age:int or"
                            + " groups:string[], but got \"a");
        }

        @Test
        void the_sdk_dialect_accepts_what_the_sdk_accepts() {
            assertThat(run("check", "--dialect", "sdk", "age == 30 and active")).isZero();
            assertThat(run("check", "--dialect", "SDK", "age = 30")).isEqualTo(1);
        }
    }

    @Nested
    class Match {
        private static final String ACCOUNTS = """
                {"name": "Ann", "type": "Employee"}

                { "type":"Contractor","name":"Zoë" }
                {"name": "Cyd"}
                """;

        private int match(String input, String... arguments) {
            InputStream original = System.in;
            try {
                System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
                return run(arguments);
            } finally {
                System.setIn(original);
            }
        }

        @Test
        void objects_that_match_are_printed_as_they_came() {
            assertThat(match(ACCOUNTS, "match", "type == \"Contractor\"")).isZero();
            assertThat(out).hasToString("{ \"type\":\"Contractor\",\"name\":\"Zoë\" }\n");
            assertThat(errors.toString()).isEqualToNormalizingNewlines("4 lines read, 1 printed\n");
        }

        @Test
        void the_others_are_printed_on_request() {
            assertThat(match(ACCOUNTS, "match", "--invert", "type == \"Contractor\""))
                    .isZero();
            assertThat(out).hasToString("{\"name\": \"Ann\", \"type\": \"Employee\"}\n{\"name\": \"Cyd\"}\n");
        }

        @Test
        void a_line_that_is_no_object_is_reported_and_the_rest_answered() {
            assertThat(match("{\"a\":1}\n{\"a\":\nnull\n[]\n{\"a\":1} x\n{\"a\":1}\n", "match", "a == 1"))
                    .isEqualTo(1);
            assertThat(out).hasToString("{\"a\":1}\n{\"a\":1}\n");
            assertThat(errors.toString())
                    .contains("line 2: column ", "line 3: expected a JSON object", "line 4: ", "line 5: ")
                    .contains("6 lines read, 2 printed, 4 failed");
        }

        @Test
        void a_type_error_of_the_sdk_is_reported_for_its_line() {
            assertThat(match("{\"a\":null}\n{\"a\":\"x\"}\n", "match", "--dialect", "sdk", "a.contains(\"x\")"))
                    .isEqualTo(1);
            assertThat(out).hasToString("{\"a\":\"x\"}\n");
            assertThat(errors.toString()).startsWith("line 1: ");
        }

        @Test
        void nothing_is_read_for_a_filter_with_errors() {
            assertThat(match(ACCOUNTS, "match", "type = 1")).isEqualTo(1);
            assertThat(out.toString()).isEmpty();
            assertThat(errors.toString()).startsWith("filter:1:6: error: ").doesNotContain("lines read");
        }
    }

    @Nested
    class Explain {
        @Test
        void every_part_has_its_answer_and_its_values() {
            assertThat(run(
                            "explain",
                            "type != \"Employee\" && location == \"Austin\"",
                            "--data",
                            "{\"type\":\"Contractor\",\"location\":\"Pune\"}"))
                    .isZero();
            assertThat(out.toString())
                    .startsWith("false  type != \"Employee\" && location == \"Austin\"")
                    .contains("true   type != \"Employee\"", "false  location == \"Austin\"", "\"Pune\"");
        }

        @Test
        void the_explanation_is_available_as_json() {
            assertThat(run("explain", "age > 30.5", "--data", "{\"age\":31}", "--format=json"))
                    .isZero();
            assertThat(JsonObjects.parse(out.toString()))
                    .containsEntry("holds", true)
                    .containsEntry("expression", "age > 30.5");
        }

        @Test
        void data_that_is_no_object_is_refused() {
            assertThat(run("explain", "a", "--data", "[1]")).isEqualTo(2);
            assertThat(errors.toString()).contains("--data: ");
        }

        @Test
        void a_filter_that_only_the_sdk_understands_cannot_be_explained() {
            assertThat(run("explain", "--dialect", "sdk", "a == 1 and b", "--data", "{}"))
                    .isEqualTo(1);
            assertThat(errors.toString()).contains("valid in the SDK dialect only");
        }
    }

    @Nested
    class Test_cases {
        @TempDir
        Path folder = Path.of("");

        private static final String CASES = """
                {"id":"a","data":{"n":30},"expr":"n == 30"}
                {"id":2,"data":{"n":null},"expr":"n >= 0"}

                {"id":"é","data":{"n":null},"expr":"n.contains(\\"x\\")","category":"ignored"}
                {"id":"d","data":{},"expr":"n = 30"}
                {"id":"e","data":{},"expr":"\\"\\ud83d\\ude00\\" = 30"}
                """;

        private String answers(String dialect) throws IOException {
            Path cases = Files.writeString(folder.resolve("cases.jsonl"), CASES);
            assertThat(run("test", "--dialect", dialect, "--cases", cases.toString()))
                    .isZero();
            return out.toString();
        }

        @Test
        void cases_are_answered_in_order_by_the_sdk_dialect() throws IOException {
            assertThat(answers("sdk")).isEqualTo("""
                            {"id":"a","outcome":"true","errorKind":null,"errorAt":null}
                            {"id":2,"outcome":"true","errorKind":null,"errorAt":null}
                            {"id":"\\u00E9","outcome":"throws","errorKind":"type","errorAt":null}
                            {"id":"d","outcome":"throws","errorKind":"parse","errorAt":2}
                            {"id":"e","outcome":"throws","errorKind":"parse","errorAt":5}
                            """);
        }

        @Test
        void cases_are_answered_in_order_by_the_standard_dialect() throws IOException {
            assertThat(answers("standard")).isEqualTo("""
                            {"id":"a","outcome":"true","errorKind":null,"errorAt":null}
                            {"id":2,"outcome":"false","errorKind":null,"errorAt":null}
                            {"id":"\\u00E9","outcome":"false","errorKind":null,"errorAt":null}
                            {"id":"d","outcome":"throws","errorKind":"parse","errorAt":2}
                            {"id":"e","outcome":"throws","errorKind":"parse","errorAt":5}
                            """);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\ud83d", "a\\uDE00", "\\ud83d\\ude00", "\\ud83d\\u0061"})
        void a_name_may_hold_half_a_character(String name) throws IOException {
            Path cases = Files.writeString(
                    folder.resolve("cases.jsonl"),
                    "{\"id\":1,\"data\":{\"%s\":\"\\\\ud83d\"},\"expr\":\"%s == '\\\\\\\\ud83d'\"}\n"
                            .formatted(name, name));

            assertThat(run("test", "--dialect=sdk", "--cases", cases.toString()))
                    .isZero();
            assertThat(out.toString()).contains("\"outcome\":\"true\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "{\"id\":1,\"data\":{}}", "{\"id\":1,\"expr\":\"a\"}", "[]"})
        void a_line_that_is_no_case_is_named(String line) throws IOException {
            Path cases =
                    Files.writeString(folder.resolve("cases.jsonl"), "{\"id\":1,\"data\":{},\"expr\":\"a\"}\n" + line);

            assertThat(run("test", "--dialect=sdk", "--cases", cases.toString()))
                    .isEqualTo(2);
            assertThat(errors.toString()).startsWith("--cases: " + cases + ", line 2: ");
        }

        @Test
        void a_file_that_does_not_exist_is_named() {
            assertThat(run("test", "--dialect=sdk", "--cases", "nowhere.jsonl")).isEqualTo(2);
            assertThat(errors.toString()).startsWith("--cases: there is no file nowhere.jsonl");
        }
    }
}
