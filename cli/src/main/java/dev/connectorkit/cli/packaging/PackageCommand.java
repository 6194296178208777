package dev.connectorkit.cli.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connectorkit.cli.connector.ConnectorArgument;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.server.PackagedConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes one runnable jar of a connector. */
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        description = "Makes one runnable jar of a connector, with its specification and all that it needs to run.",
        footer = {
            "",
            "`java -jar` starts it as a server; it takes its configuration from the environment variable"
                    + " CONNECTOR_CONFIG, as base64 of its JSON."
        })
public final class PackageCommand implements Callable<Integer> {
    private static final String SPEC = "connector-spec.json";

    @Mixin
    private ConnectorArgument argument = new ConnectorArgument();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The jar to write; default: the connector's name and `-connector.jar`.")
    private @Nullable Path output;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var provider = argument.provider();
        var connector = provider.connector();
        var target = output == null ? Path.of(fileName(connector) + "-connector.jar") : output;
        if (argument.jars().stream().anyMatch(jar -> isSame(jar, target))) {
            throw new ParameterException(
                    spec.commandLine(), "--output must be another file than the jar that the connector is in");
        }
        // A jar that does not come about leaves the last one in place.
        var written = parent(target).resolve(target.getFileName() + ".part");
        try {
            write(written, provider, connector);
            PackagedJarCheck.of(written).finds(connector.name());
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        spec.commandLine()
                .getOut()
                .println("%s (%,d KiB) holds %s".formatted(target, Files.size(target) / 1024, connector.name()));
        return 0;
    }

    private void write(Path file, ConnectorProvider provider, Connector connector) throws IOException {
        try (var jar = new RunnableJar(PackagedConnector.class.getName())) {
            jar.add(SPEC, connector.spec().toText().getBytes(UTF_8));
            // Whatever other providers the jars name, this jar is one connector's.
            jar.add(
                    "META-INF/services/" + ConnectorProvider.class.getName(),
                    (provider.getClass().getName() + "\n").getBytes(UTF_8));
            for (var library : RuntimeLibrary.values()) {
                jar.addAll(library.location(), library::holds);
            }
            for (var own : argument.jars()) {
                jar.addAll(own, RuntimeLibrary::isNoTool);
            }
            jar.addAll(RuntimeLibrary.locationOf(provider.getClass()), RuntimeLibrary::isNoTool);
            jar.write(file);
        }
    }

    private static String fileName(Connector connector) {
        var name = connector.name().replaceAll("[^A-Za-z0-9._-]+", "-");
        return name.isEmpty() ? "my" : name;
    }

    private static Path parent(Path file) {
        var parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalArgumentException("there is no folder %s to write %s into".formatted(parent, file));
        }
        return parent;
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
