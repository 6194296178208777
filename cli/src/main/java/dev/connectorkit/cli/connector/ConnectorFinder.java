package dev.connectorkit.cli.connector;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.internal.spec.Nearest;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Looks connectors up by their provider's name or by class name, on the class path and in jars. */
public final class ConnectorFinder {
    private final ClassLoader loader;

    private ConnectorFinder(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Returns a finder that looks into {@code jars} too. Their classes stay loaded as long as the process lives.
     *
     * @throws UnknownConnectorException if one of them is no jar
     */
    public static ConnectorFinder in(List<Path> jars) {
        var own = ConnectorFinder.class.getClassLoader();
        var urls = jars.stream().map(ConnectorFinder::url).toArray(URL[]::new);
        return new ConnectorFinder(urls.length == 0 ? own : new URLClassLoader(urls, own));
    }

    private static URL url(Path jar) {
        if (!Files.exists(jar)) {
            throw new UnknownConnectorException("there is no file `" + jar + "`");
        }
        try {
            new JarFile(jar.toFile()).close();
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UnknownConnectorException("`" + jar + "` cannot be a URL", e);
        } catch (IOException e) {
            throw new UnknownConnectorException("`" + jar + "` is no jar: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the connector of that name.
     *
     * @throws UnknownConnectorException if there is none; the message names those there are
     */
    public Connector find(String name) {
        var provider = provider(name);
        try {
            return provider.connector();
        } catch (LinkageError e) {
            throw unloadable(name, e);
        }
    }

    /**
     * Returns what provides the connector of that name.
     *
     * @throws UnknownConnectorException if there is none; the message names those there are
     */
    public ConnectorProvider provider(String name) {
        try {
            var providers = ServiceLoader.load(ConnectorProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            return providers.stream()
                    .filter(provider -> provider.name().equals(name))
                    .findFirst()
                    .or(() -> byClass(name))
                    .orElseThrow(() -> unknown(name, providers));
        } catch (ServiceConfigurationError e) {
            throw new UnknownConnectorException("a jar names a provider that cannot be used: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw unloadable(name, e);
        }
    }

    private static UnknownConnectorException unloadable(String name, LinkageError e) {
        return new UnknownConnectorException(
                "the connector `%s` cannot be loaded; a library is missing or does not fit: %s".formatted(name, e), e);
    }

    private Optional<ConnectorProvider> byClass(String name) {
        try {
            var type = Class.forName(name, true, loader);
            if (!ConnectorProvider.class.isAssignableFrom(type)) {
                throw new UnknownConnectorException(
                        "the class `%s` is no %s".formatted(name, ConnectorProvider.class.getName()));
            }
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of((ConnectorProvider) constructor.newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new UnknownConnectorException(
                    "the class `%s` needs a constructor without arguments that works: %s".formatted(name, e), e);
        }
    }

    private static UnknownConnectorException unknown(String name, List<ConnectorProvider> providers) {
        var known = providers.stream()
                .map(provider -> "`" + provider.name() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
        var names = providers.stream().map(ConnectorProvider::name).toList();
        return new UnknownConnectorException("there is no connector `%s`%s; %s"
                .formatted(
                        name,
                        Nearest.question(name, names),
                        known.isEmpty()
                                ? "name the jar that holds it with --jar"
                                : "the class path and the jars hold " + known));
    }
}
