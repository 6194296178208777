package dev.connectorkit.cli.packaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.filter.Filter;
import jakarta.json.JsonValue;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.eclipse.parsson.JsonProviderImpl;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/**
 * The libraries that a connector runs on. Each is found by one of its classes and told from others by its package, since
 * in the command's own jar all are one.
 */
enum RuntimeLibrary {
    DSL(Connector.class, "dev/connectorkit/dsl/"),
    FILTER(Filter.class, "dev/connectorkit/filter/"),
    ANTLR(Parser.class, "org/antlr/v4/runtime/"),
    JSON_API(JsonValue.class, "jakarta/json/"),
    JSON(JsonProviderImpl.class, "org/eclipse/parsson/"),
    JACKSON_CORE(JsonFactory.class, "com/fasterxml/jackson/core/"),
    JACKSON_ANNOTATIONS(JsonProperty.class, "com/fasterxml/jackson/annotation/"),
    JACKSON_DATABIND(ObjectMapper.class, "com/fasterxml/jackson/databind/"),
    CAFFEINE(Caffeine.class, "com/github/benmanes/caffeine/"),
    LOGGING(Logger.class, "org/slf4j/"),
    LOGGING_TO_STDERR(SimpleLogger.class, "org/slf4j/simple/");

    private static final List<String> TOOLS =
            List.of("dev/connectorkit/testkit/", "dev/connectorkit/cli/", "picocli/", "org/junit/", "net/jqwik/");
    private static final String SERVICES = "META-INF/services/";
    private static final String VERSIONS = "META-INF/versions/";

    private final Class<?> example;
    private final String directory;

    RuntimeLibrary(Class<?> example, String directory) {
        this.example = example;
        this.directory = directory;
    }

    /** Returns the jar or the folder that it is in. */
    Path location() {
        return locationOf(example);
    }

    /** Returns whether an entry of that jar or folder belongs to it. */
    boolean holds(String entry) {
        return unversioned(entry).startsWith(directory) || isService(entry) || RunnableJar.isLicence(entry);
    }

    // A library may serve another one.
    private static boolean isService(String entry) {
        return entry.startsWith(SERVICES)
                && Arrays.stream(values())
                        .map(library -> library.directory.replace('/', '.'))
                        .anyMatch(entry.substring(SERVICES.length())::startsWith);
    }

    /** Returns whether an entry of a connector's own jar is anything but a tool that it was tested or packaged with. */
    static boolean isNoTool(String entry) {
        var path =
                entry.startsWith(SERVICES) ? entry.substring(SERVICES.length()).replace('.', '/') : unversioned(entry);
        return TOOLS.stream().noneMatch(path::startsWith);
    }

    private static String unversioned(String entry) {
        return entry.startsWith(VERSIONS) ? entry.substring(entry.indexOf('/', VERSIONS.length()) + 1) : entry;
    }

    /** Returns the jar or the folder that a class was loaded from. */
    static Path locationOf(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("nobody knows where %s was loaded from".formatted(type.getName()));
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("%s was loaded from no file".formatted(type.getName()), e);
        }
    }
}
