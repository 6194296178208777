package dev.connectorkit.dsl.server;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;

/** A server that listens. Safe for concurrent use. */
public final class RunningServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final Invocations invocations;
    private final ServerLimits limits;

    RunningServer(HttpServer http, ExecutorService threads, Invocations invocations, ServerLimits limits) {
        this.http = http;
        this.threads = threads;
        this.invocations = invocations;
        this.limits = limits;
    }

    /** Returns the address it listens on. */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    /** Returns the port it listens on. */
    public int port() {
        return address().getPort();
    }

    /** Returns where to send commands from this machine. */
    public URI uri() {
        var address = address().getAddress();
        var host = address.isAnyLocalAddress() || address.isLoopbackAddress() ? "localhost" : address.getHostAddress();
        return URI.create("http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
    }

    /**
     * Stops: new commands are answered with 503, running ones may end within {@link ServerLimits#shutdown()}, and those
     * that do not are cancelled, which ends their answers with an error. Does nothing the second time.
     */
    @Override
    public void close() {
        invocations.stop(limits.shutdown());
        http.stop(0);
        threads.shutdown();
    }
}
