package dev.connectorkit.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class InitCommandTest {
    private static final Path TEMPLATES = Path.of("src/template");

    @TempDir
    Path directory = Path.of("");

    record Outcome(int exitCode, String out, String err) {}

    private Outcome init(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(Stream.of("--in", directory.toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        int exitCode = new CommandLine(new InitCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_project_has_definition_client_tests_and_what_belongs_around_them() throws IOException {
        var outcome = init("my-hr", "--group", "dev.acme");

        assertThat(outcome.exitCode()).isZero();
        assertThat(files(directory.resolve("my-hr")))
                .extracting(Path::toString)
                .containsExactly(
                        ".gitignore",
                        "README.md",
                        "config.json",
                        "pom.xml",
                        "src/main/java/dev/acme/myhr/MyHrApi.java",
                        "src/main/java/dev/acme/myhr/MyHrConnector.java",
                        "src/main/java/dev/acme/myhr/Person.java",
                        "src/main/resources/META-INF/services/dev.connectorkit.dsl.ConnectorProvider",
                        "src/test/java/dev/acme/myhr/FakeMyHrApi.java",
                        "src/test/java/dev/acme/myhr/MyHrConnectorTest.java",
                        "src/test/java/dev/acme/myhr/MyHrContractTest.java");
        assertThat(outcome.out())
                .contains(directory.resolve("my-hr/pom.xml") + "\n")
                .endsWith("  cd " + directory.resolve("my-hr") + "\n  mvn verify\nIts README.md says how to go on.\n");
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void nothing_of_the_sample_is_left(Template template) throws IOException {
        var folder = directory.resolve("my-hr");
        template.write(folder, ProjectNames.of("my-hr", "dev.acme"));

        for (var file : files(folder)) {
            assertThat(file.toString()).doesNotContainIgnoringCase("sample");
            assertThat(Files.readString(folder.resolve(file)))
                    .doesNotContainIgnoringCase("sample")
                    .doesNotContainPattern("@[a-z.-]+@");
        }
    }

    @Test
    void every_file_of_the_templates_is_written() throws IOException {
        assertThat(Stream.of(Template.values())
                        .flatMap(template -> template.files().stream())
                        .map(file -> file.replace("/.", "/"))
                        .distinct()
                        .sorted())
                .containsExactlyElementsOf(files(TEMPLATES).stream()
                        .map(path -> path.toString().replace('\\', '/'))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr", "http", "connector", "config", "new", "object", "a-1", "person-connector", "fake"})
    void a_project_of_any_name_compiles(String name) throws IOException {
        assertThat(init(name).exitCode()).isZero();

        var folder = directory.resolve(name);
        var sources = files(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(folder::resolve)
                .toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var messages = new StringWriter();
            var options = List.of("-Xlint:all,-processing", "-Werror", "-proc:none", "-d", directory.toString());
            var task = compiler.getTask(
                    messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources));

            assertThat(task.call()).as(messages.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "My HR, my-hr",
        "MyHr, my-hr",
        "my_hr, my-hr",
        "1st-hr, st-hr",
        "-hr, hr",
        "hr-, hr",
        "a--b, a-b",
        "../hr, hr",
        "ß, my-connector"
    })
    void a_name_that_cannot_be_one_is_refused_with_one_that_can(String name, String suggestion) throws IOException {
        var outcome = init("--", name);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("`" + name + "` is no name for a project: take at most 64 lower-case letters, digits and"
                        + " single hyphens, such as `" + suggestion + "`\n");
        assertThat(files(directory)).isEmpty();
        assertThat(ProjectNames.of(suggestion, "com.example").project()).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com..example", "com.new", "com.object", "com.my-group", "1st"})
    void a_group_that_can_start_no_package_is_refused(String group) {
        var outcome = init("hr", "--group", group);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("`" + group + "` is no group: take names joined by dots, such as `com.example`\n");
    }

    @Test
    void a_folder_that_is_there_is_left_alone() throws IOException {
        var mine = Files.createDirectory(directory.resolve("hr")).resolve("mine");
        Files.writeString(mine, "mine");

        var outcome = init("hr");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("`" + directory.resolve("hr") + "` is there already; choose another name, or remove it\n");
        assertThat(files(directory)).containsExactly(directory.relativize(mine));
    }

    @Test
    void the_name_becomes_that_of_folder_package_and_classes() {
        assertThat(ProjectNames.of("my-2nd-hr", "dev.acme"))
                .isEqualTo(new ProjectNames("my-2nd-hr", "dev.acme", "dev.acme.my2ndhr", "My2ndHr"));
        assertThat(ProjectNames.of("hr-connector", "dev.acme"))
                .isEqualTo(new ProjectNames("hr-connector", "dev.acme", "dev.acme.hr", "Hr"));
        assertThat(ProjectNames.of("new", "dev.acme").packageName()).isEqualTo("dev.acme.new_");
    }
}
