package dev.connectorkit.cli.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project to start from. Its sources are real ones, compiled and tested in the build of this command under sample names,
 * which a new project's own take the place of.
 */
enum Template {
    JAVA("java", "com/example/javasample", ".java"),
    KOTLIN("kotlin", "com/example/kotlinsample", ".kt");

    private static final List<String> SOURCES = List.of("Person", "SampleApi", "SampleConnector");
    private static final List<String> TESTS = List.of("FakeSampleApi", "SampleConnectorTest", "SampleContractTest");
    private static final String SERVICE = "src/main/resources/META-INF/services/dev.connectorkit.dsl.ConnectorProvider";

    private final String language;
    private final String directory;
    private final String extension;

    Template(String language, String directory, String extension) {
        this.language = language;
        this.directory = directory;
        this.extension = extension;
    }

    /** Returns the files, by their paths in the template. */
    List<String> files() {
        var files = new ArrayList<>(List.of("shared/.gitignore", "shared/README.md", "shared/config.json"));
        files.add(language + "/pom.xml");
        SOURCES.forEach(name -> files.add(source("main", name)));
        files.add(language + "/" + SERVICE);
        TESTS.forEach(name -> files.add(source("test", name)));
        return files;
    }

    private String source(String tree, String name) {
        return "%s/src/%s/%s/%s/%s%s".formatted(language, tree, language, directory, name, extension);
    }

    /**
     * Writes a project into a folder that is not there yet.
     *
     * @return the files, relative to the folder
     */
    List<Path> write(Path folder, ProjectNames names) throws IOException {
        var written = new ArrayList<Path>();
        for (var file : files()) {
            var target = Path.of(renamed(file.substring(file.indexOf('/') + 1), names));
            var path = folder.resolve(target);
            Files.createDirectories(path.getParent());
            Files.writeString(path, renamed(text(file), names));
            written.add(target);
        }
        return written;
    }

    private String renamed(String text, ProjectNames names) {
        return text.replace(directory, names.packageName().replace('.', '/'))
                .replace(directory.replace('/', '.'), names.packageName())
                .replace("sample-name", names.project())
                .replace("sample-group", names.group())
                .replace("Sample", names.type());
    }

    private static String text(String file) throws IOException {
        // Maven leaves files such as .gitignore out of resources.
        var resource = "template/" + file.replace("/.", "/");
        try (var stream = Template.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new FileNotFoundException("this connectorkit has no template " + resource);
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
