package dev.connectorkit.cli.packaging;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Tries a packaged connector out with nothing at hand but what its jar holds. */
record PackagedJarCheck(URL jar) {

    static PackagedJarCheck of(Path jar) {
        try {
            return new PackagedJarCheck(jar.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("`" + jar + "` cannot be a URL", e);
        }
    }

    /**
     * Checks that the connector can be had.
     *
     * @throws IllegalArgumentException if a class is missing or another connector is found; the message names it
     */
    void finds(String name) throws IOException {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            // Services of libraries are looked up here.
            thread.setContextClassLoader(loader);
            var providers = loader.loadClass(ConnectorProvider.class.getName());
            var provider = ServiceLoader.load(providers, loader).iterator().next();
            var connector = providers.getMethod("connector").invoke(provider);
            var found = loader.loadClass(Connector.class.getName())
                    .getMethod("name")
                    .invoke(connector);
            if (!Objects.equals(name, found)) {
                throw new IllegalArgumentException(
                        "the jar holds the connector `%s` instead of `%s`".formatted(found, name));
            }
        } catch (InvocationTargetException e) {
            throw missing(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | LinkageError | ServiceConfigurationError e) {
            throw missing(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static IllegalArgumentException missing(Throwable e) {
        return new IllegalArgumentException(
                "the connector does not come up in a jar of its own: %s; name the jars of its libraries with --jar"
                        .formatted(e),
                e);
    }
}
