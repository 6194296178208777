package dev.connectorkit.dsl.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/**
 * The program in a jar that {@code connectorkit package} makes: serves the one connector that the jar holds, until the
 * process is told to end. Then it takes no more commands and lets the running ones finish.
 *
 * <p>It is told how by environment variables:
 *
 * <ul>
 *   <li>{@code CONNECTOR_CONFIG}: the configuration for requests that bring none, as base64 of its JSON
 *   <li>{@code CONNECTOR_ADDRESS}: where to listen; {@code 0.0.0.0} for everywhere, otherwise the loopback interface
 *   <li>{@code CONNECTOR_PORT}: the port, 3000 unless set
 *   <li>{@code CONNECTOR_ALLOWED_HOSTS}: further host names to answer to, separated by commas
 *   <li>{@code CONNECTOR_MAX_COMMANDS}: how many commands run at once
 *   <li>{@code CONNECTOR_TIMEOUT}: the seconds that a command may run; as long as it likes unless set
 *   <li>{@code CONNECTOR_SHUTDOWN}: the seconds that running commands may take to end when the process is told to
 * </ul>
 *
 * <p>With the argument {@code --train} it answers a few requests of its own and ends, which is what a JVM is to watch that
 * writes a class-data archive or an AOT cache.
 */
public final class PackagedConnector {
    private static final int IMPOSSIBLE = 2;
    private static final String TRAIN = "--train";
    private static final List<String> TRAINING = List.of(
            "{\"type\":\"std:spec:read\"}", "{\"type\":\"std:test-connection\"}", "{\"type\":\"none\"}", "none");

    private PackagedConnector() {}

    /** Runs the program; ends with 2 and one line on standard error if it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            var connector = connector();
            if (List.of(arguments).equals(List.of(TRAIN))) {
                train(connector);
                return;
            }
            if (arguments.length > 0) {
                throw new IllegalArgumentException("the only argument there is, is " + TRAIN);
            }
            serve(connector);
        } catch (BindException e) {
            fail("CONNECTOR_ADDRESS and CONNECTOR_PORT name no port that can be had: " + e.getMessage());
        } catch (IllegalArgumentException | IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(IMPOSSIBLE);
    }

    private static Connector connector() {
        var providers = ServiceLoader.load(ConnectorProvider.class).stream().toList();
        if (providers.size() != 1) {
            throw new IllegalArgumentException(
                    "one connector was expected on the class path, but there are " + providers.size());
        }
        return providers.get(0).get().connector();
    }

    private static void serve(Connector connector) throws IOException, InterruptedException {
        var running = new Environment(System.getenv())
                .configure(ConnectorServer.of(connector))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        System.out.println("%s listens on %s".formatted(connector.name(), running.uri()));
        new CountDownLatch(1).await();
    }

    private static void train(Connector connector) throws IOException {
        // Whatever the environment holds is for the real run.
        var server = new Environment(Map.of("CONNECTOR_PORT", "0")).configure(ConnectorServer.of(connector));
        try (var running = server.start()) {
            for (var request : TRAINING) {
                try (var socket = new Socket(running.address().getAddress(), running.port())) {
                    socket.getOutputStream()
                            .write(("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                            + "Content-Type: application/json\r\nContent-Length: " + request.length()
                                            + "\r\n\r\n" + request)
                                    .getBytes(UTF_8));
                    socket.getInputStream().readAllBytes();
                }
            }
        }
    }
}
