package dev.connectorkit.cli.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.streaming.NeedsPicocli;
import com.example.streaming.StreamProvider;
import dev.connectorkit.cli.MainTest;
import dev.connectorkit.cli.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandTest {
    @TempDir
    private static Path directory;

    private static Path jar;

    private static MainTest.Outcome run(String... arguments) {
        return MainTest.run(arguments);
    }

    @BeforeAll
    static void make() {
        jar = directory.resolve("stream-connector.jar");
        var outcome = run("package", StreamProvider.class.getName(), "--output", jar.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith(jar + " (").endsWith(" KiB) holds stream" + System.lineSeparator());
    }

    private static ServerProcess start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return ServerProcess.start(environment, command);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void holds_the_connector_its_specification_and_nothing_of_the_tools() throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var names = file.stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .doesNotHaveDuplicates()
                    .contains(
                            "connector-spec.json",
                            "META-INF/services/dev.connectorkit.dsl.ConnectorProvider",
                            "META-INF/services/jakarta.json.spi.JsonProvider",
                            "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                            StreamProvider.class.getName().replace('.', '/') + ".class")
                    .noneMatch(name -> name.contains("testkit") || name.contains("picocli") || name.contains("jqwik"))
                    .noneMatch(name -> name.endsWith("module-info.class") || name.endsWith(".SF"));
            assertThat(names).anyMatch(name -> name.startsWith("META-INF/licenses/jackson-core"));
            try (var spec = file.getInputStream(file.getEntry("connector-spec.json"))) {
                assertThat(new String(spec.readAllBytes(), UTF_8))
                        .contains("\"name\": \"stream\"", "\"std:account:list\"");
            }
        }
    }

    @Test
    void the_same_connector_makes_the_same_bytes() throws IOException {
        var again = directory.resolve("again.jar");
        run("package", StreamProvider.class.getName(), "-o", again.toString());

        assertThat(again).hasSameBinaryContentAs(jar);
    }

    @Test
    void runs_with_the_config_of_its_environment_until_it_is_terminated() throws Exception {
        var environment =
                Map.of("CONNECTOR_PORT", "0", "CONNECTOR_CONFIG", base64("{\"accounts\":\"3\",\"token\":\"t\"}"));
        try (var server = start(environment)) {
            assertThat(server.firstLine()).startsWith("stream listens on http://localhost:");
            try (var socket = server.post("{\"type\":\"std:account:list\"}")) {
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 200 ")
                        .contains("\"identity\":\"a2\"")
                        .endsWith("0\r\n\r\n");
            }
            server.terminate();
            assertThat(server.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void says_in_one_line_what_is_wrong_with_its_environment() throws Exception {
        try (var server = start(Map.of("CONNECTOR_CONFIG", base64("[\"hunter2\"]")))) {
            assertThat(server.errors())
                    .isEqualTo("CONNECTOR_CONFIG must be a JSON object in base64, but is an array"
                            + System.lineSeparator());
            assertThat(server.exitCode()).isEqualTo(2);
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = start(Map.of("CONNECTOR_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(server.errors())
                    .startsWith("CONNECTOR_ADDRESS and CONNECTOR_PORT name no port that can be had: ");
        }
        try (var server = start(Map.of(), "--tarin")) {
            assertThat(server.errors()).isEqualTo("the only argument there is, is --train" + System.lineSeparator());
        }
    }

    @Test
    void trains_a_class_data_archive_that_the_next_start_uses() throws Exception {
        var archive = directory.resolve("stream.jsa");
        try (var training = ServerProcess.start(
                Map.of(),
                List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-jar", jar.toString(), "--train"))) {
            assertThat(training.exitCode()).isZero();
        }
        try (var server = ServerProcess.start(
                Map.of("CONNECTOR_PORT", "0"),
                List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on", "-jar", jar.toString()))) {
            assertThat(server.firstLine()).startsWith("stream listens on ");
        }
    }

    @Test
    void the_jars_of_the_connector_go_in_whole_but_for_tools() throws IOException {
        var library = directory.resolve("library.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(library))) {
            for (var name : List.of("com/example/data.txt", "dev/connectorkit/testkit/rules/rules.txt", "LICENSE")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(UTF_8));
            }
        }
        var target = directory.resolve("with-library.jar");

        var outcome =
                run("package", StreamProvider.class.getName(), "--jar", library.toString(), "-o", target.toString());

        assertThat(outcome.err()).isEmpty();
        try (var file = new JarFile(target.toFile())) {
            assertThat(file.getEntry("com/example/data.txt")).isNotNull();
            assertThat(file.getEntry("META-INF/licenses/library/LICENSE")).isNotNull();
            assertThat(file.getEntry("dev/connectorkit/testkit/rules/rules.txt"))
                    .isNull();
        }
    }

    @Test
    void a_library_that_is_missing_is_named_and_the_last_jar_stays() throws IOException {
        var target = Files.writeString(directory.resolve("kept.jar"), "the last one");

        var outcome = run("package", NeedsPicocli.class.getName(), "-o", target.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "the connector does not come up in a jar of its own: java.lang.NoClassDefFoundError: picocli/")
                .endsWith("; name the jars of its libraries with --jar" + System.lineSeparator());
        assertThat(target).hasContent("the last one");
        assertThat(directory)
                .isDirectoryNotContaining(file -> file.getFileName().toString().endsWith(".part"));
    }

    @Test
    void a_folder_that_is_not_there_or_the_connectors_own_jar_is_no_output() {
        var nowhere = directory.resolve("nowhere").resolve("a.jar");
        assertThat(run("package", StreamProvider.class.getName(), "-o", nowhere.toString())
                        .err())
                .isEqualTo("connectorkit: there is no folder %s to write %s into%n"
                        .formatted(nowhere.getParent(), nowhere));
        var own = run("package", "stream", "--jar", jar.toString(), "-o", jar.toString());
        assertThat(own.exitCode()).isEqualTo(2);
        assertThat(own.err()).contains("--output must be another file than the jar that the connector is in");
    }
}
