package dev.connectorkit.cli.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * A jar with a main class, gathered from other jars and folders. Of two entries of the same name the first one counts,
 * services are joined, licences all kept. The same content makes the same bytes.
 */
final class RunnableJar implements Closeable {
    private static final Pattern LICENCE = Pattern.compile("(META-INF/)?(LICENSE|NOTICE|COPYING)[^/]*");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|maven/.*|[^/]+\\.(SF|DSA|RSA|EC))|(META-INF/versions/\\d+/)?module-info\\.class");
    private static final String SERVICES = "META-INF/services/";
    // The first moment that a jar can name.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String mainClass;
    private final List<JarFile> sources = new ArrayList<>();
    private final Map<String, Content> entries = new TreeMap<>();
    private final Map<String, Set<String>> services = new TreeMap<>();

    private interface Content {
        InputStream open() throws IOException;
    }

    RunnableJar(String mainClass) {
        this.mainClass = mainClass;
    }

    static boolean isLicence(String entry) {
        return LICENCE.matcher(entry).matches();
    }

    /** Adds one file, which nothing added later joins or replaces. */
    void add(String entry, byte[] content) {
        entries.putIfAbsent(entry, () -> new ByteArrayInputStream(content));
    }

    /** Adds what is wanted of a jar or a folder. */
    void addAll(Path source, Predicate<String> wanted) throws IOException {
        if (Files.isDirectory(source)) {
            addFolder(source, wanted);
        } else {
            addJar(source, wanted);
        }
    }

    private void addFolder(Path folder, Predicate<String> wanted) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (wanted.test(name)) {
                    addEntry(name, name, () -> Files.newInputStream(file));
                }
            }
        }
    }

    private void addJar(Path jar, Predicate<String> wanted) throws IOException {
        var file = new JarFile(jar.toFile());
        sources.add(file);
        var library = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
        for (var entry : file.stream().filter(entry -> !entry.isDirectory()).toList()) {
            var name = entry.getName();
            if (wanted.test(name)) {
                var kept = isLicence(name) ? "META-INF/licenses/" + library + "/" + baseName(name) : name;
                addEntry(name, kept, () -> file.getInputStream(entry));
            }
        }
    }

    private static String baseName(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }

    private void addEntry(String name, String kept, Content content) throws IOException {
        if (LEFT_OUT.matcher(name).matches()) {
            return;
        }
        if (name.startsWith(SERVICES) && !entries.containsKey(name)) {
            try (var in = content.open()) {
                var lines = new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.isBlank());
                lines.forEach(services.computeIfAbsent(name, key -> new LinkedHashSet<>())::add);
            }
        } else {
            entries.putIfAbsent(kept, content);
        }
    }

    /** Writes the jar. */
    void write(Path file) throws IOException {
        services.forEach((name, lines) -> add(name, (String.join("\n", lines) + "\n").getBytes(UTF_8)));
        try (var out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            put(out, JarFile.MANIFEST_NAME);
            manifest().write(out);
            for (var entry : entries.entrySet()) {
                put(out, entry.getKey());
                try (var in = entry.getValue().open()) {
                    in.transferTo(out);
                }
            }
        }
    }

    private static void put(JarOutputStream out, String name) throws IOException {
        var entry = new JarEntry(name);
        entry.setTimeLocal(ALWAYS);
        out.putNextEntry(entry);
    }

    private Manifest manifest() {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(Attributes.Name.MULTI_RELEASE, "true");
        return manifest;
    }

    @Override
    public void close() throws IOException {
        for (var source : sources) {
            source.close();
        }
    }
}
