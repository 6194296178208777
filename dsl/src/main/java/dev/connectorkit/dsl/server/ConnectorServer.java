package dev.connectorkit.dsl.server;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.thread.Threads;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server for one connector. {@code POST /} and {@code POST /<any name>/invoke} take a command as JSON; the answer
 * is a line of JSON for each output, streamed as fast as the reader reads. {@code GET /health} says whether the server
 * runs.
 *
 * <p>A command that fails before its first line is answered with status 500 and {@code generic error: …} or {@code
 * notFound error: …} as plain text. After the first line the answer gets one more line, of type {@code error}, and the
 * connection is aborted, so that no client takes it for complete.
 *
 * <p>A command is cancelled when its client has gone, when it exceeds the timeout, and when the server stops and it does
 * not end in time: its handler is interrupted, and its next line throws. A handler that takes no notice for 5 seconds does
 * not hold up its client: the answer ends without it.
 *
 * <p>Listens on the loopback interface, port 3000, unless told otherwise. Refuses requests that a web page elsewhere
 * could have made a browser send: those with a foreign {@code Origin}, and those whose {@code Host} is a name other than
 * {@code localhost} that was not allowed.
 *
 * <p>Immutable, every {@code with…} returns a new value; safe to share.
 */
public final class ConnectorServer {
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(5);
    // As many clients as may run commands may also connect at the same moment, and keep their connections.
    private static final int CONNECTIONS = 1024;

    static {
        // The JDK reads these once, when its first server starts. A request that trickles in must end some time, and
        // small answers must not wait for the acknowledgement of the ones before.
        setDefault("sun.net.httpserver.maxReqTime", "30");
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxIdleConnections", String.valueOf(CONNECTIONS));
    }

    private final ConnectorRunner runner;
    private final Settings settings;
    private final @Nullable HttpHandler pages;

    record Settings(
            InetAddress address,
            int port,
            JsonObject config,
            ServerLimits limits,
            Set<String> allowedHosts,
            Duration timeToCancel) {

        Settings withAddress(InetAddress value) {
            return new Settings(value, port, config, limits, allowedHosts, timeToCancel);
        }

        Settings withPort(int value) {
            return new Settings(address, value, config, limits, allowedHosts, timeToCancel);
        }

        Settings withConfig(JsonObject value) {
            return new Settings(address, port, value, limits, allowedHosts, timeToCancel);
        }

        Settings withLimits(ServerLimits value) {
            return new Settings(address, port, config, value, allowedHosts, timeToCancel);
        }

        Settings withAllowedHosts(Set<String> value) {
            return new Settings(address, port, config, limits, Set.copyOf(value), timeToCancel);
        }

        Settings withTimeToCancel(Duration value) {
            return new Settings(address, port, config, limits, allowedHosts, value);
        }
    }

    private ConnectorServer(ConnectorRunner runner, Settings settings, @Nullable HttpHandler pages) {
        this.runner = runner;
        this.settings = settings;
        this.pages = pages;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Returns a server for a connector. */
    public static ConnectorServer of(Connector connector) {
        return of(ConnectorRunner.of(connector));
    }

    /** Returns a server for a runner. */
    public static ConnectorServer of(ConnectorRunner runner) {
        return new ConnectorServer(
                requireNonNull(runner, "runner"),
                new Settings(
                        InetAddress.getLoopbackAddress(),
                        3000,
                        JsonValue.EMPTY_JSON_OBJECT,
                        ServerLimits.standard(),
                        Set.of(),
                        TIME_TO_CANCEL),
                null);
    }

    /** Returns a server that listens on another interface; {@code 0.0.0.0} is all of them. */
    public ConnectorServer withAddress(InetAddress address) {
        return with(settings.withAddress(requireNonNull(address, "address")));
    }

    /** Returns a server that listens on another port; 0 is any that is free. */
    public ConnectorServer withPort(int port) {
        return with(settings.withPort(port));
    }

    /** Returns a server that uses this configuration for requests that bring none. */
    public ConnectorServer withConfig(JsonObject config) {
        return with(settings.withConfig(requireNonNull(config, "config")));
    }

    /** Returns a server with other limits. */
    public ConnectorServer withLimits(ServerLimits limits) {
        return with(settings.withLimits(requireNonNull(limits, "limits")));
    }

    /**
     * Returns a server that also answers to these host names, without a port. {@code localhost} and addresses in digits
     * are always answered to, since no web page can point those elsewhere.
     */
    public ConnectorServer withAllowedHosts(Set<String> names) {
        return with(settings.withAllowedHosts(names));
    }

    /** Returns a server that gives cancelled handlers so long to return before it ends their answers without them. */
    ConnectorServer withTimeToCancel(Duration duration) {
        return with(settings.withTimeToCancel(duration));
    }

    /**
     * Returns a server that leaves every request to {@code pages} that is neither a command nor {@code GET /health}, once
     * it is sure that no web page elsewhere caused it. Without this, such a request is refused.
     *
     * @param pages answers and closes each exchange; safe for concurrent use
     */
    public ConnectorServer withPages(HttpHandler pages) {
        return new ConnectorServer(runner, settings, requireNonNull(pages, "pages"));
    }

    private ConnectorServer with(Settings settings) {
        return new ConnectorServer(runner, settings, pages);
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken or the address is not this machine's
     */
    public RunningServer start() throws IOException {
        var http = HttpServer.create(new InetSocketAddress(settings.address, settings.port), CONNECTIONS);
        var threads = Threads.perTask("connectorkit-request");
        var invocations = new Invocations(settings.limits, settings.timeToCancel);
        http.setExecutor(threads);
        http.createContext("/", new RequestHandler(runner, settings, pages, invocations));
        http.start();
        return new RunningServer(http, threads, invocations, settings.limits);
    }
}
