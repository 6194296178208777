package dev.connectorkit.cli;

import dev.connectorkit.cli.connector.ConnectorArgument;
import dev.connectorkit.cli.connector.JsonArgument;
import dev.connectorkit.cli.console.Console;
import dev.connectorkit.dsl.server.ConnectorServer;
import dev.connectorkit.dsl.server.RunningServer;
import dev.connectorkit.dsl.server.ServerLimits;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves one connector over HTTP until the process is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Serves a connector over HTTP: POST / takes a command, the answer is a line of JSON each output.")
final class RunCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Mixin
    private ConnectorArgument argument = new ConnectorArgument();

    @Option(
            names = "--port",
            defaultValue = "3000",
            description = "The port to listen on, 0 for any; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "The address to listen on; any but a local one lets others run commands. Default: localhost.")
    private String host = "localhost";

    @Option(names = "--allow-host", paramLabel = "NAME", description = "A further host name to answer to; repeatable.")
    private Set<String> allowed = Set.of();

    @Option(
            names = "--config",
            paramLabel = "JSON|@FILE",
            converter = JsonArgument.Converter.class,
            description = "The configuration for requests that bring none.")
    private JsonArgument config = JsonArgument.none();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long a command may run before it is cancelled; as long as it likes unless given.")
    private @Nullable Integer timeout;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long running commands may take to end when the server stops; default: ${DEFAULT-VALUE}.")
    private int grace;

    @Option(
            names = "--console",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Show the console to browsers; --no-console takes commands only.")
    private boolean console = true;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "validation.json",
            description = "The report of `validate --report json` that the console shows; default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("validation.json");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be between 0 and %d, but is %d".formatted(LAST_PORT, port));
        }
        var connector = argument.connector();
        var server = ConnectorServer.of(connector)
                .withAddress(address())
                .withPort(port)
                .withAllowedHosts(allowed)
                .withConfig(config.json())
                .withLimits(limits());
        if (console) {
            server = server.withPages(
                    Console.of(connector, config.json(), report).pages());
        }
        var running = start(server);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        var out = spec.commandLine().getOut();
        out.println("%s listens on %s".formatted(connector.name(), running.uri()));
        if (console) {
            out.println("the console: open %s in a browser".formatted(running.uri()));
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private ServerLimits limits() {
        try {
            return ServerLimits.standard()
                    .withTimeout(timeout == null ? null : Duration.ofSeconds(timeout))
                    .withShutdown(Duration.ofSeconds(grace));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--timeout and --grace are a number of seconds, at least 1 and 0", e);
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--host must be an address of this machine, but nothing is known of " + host,
                    e);
        }
    }

    private RunningServer start(ConnectorServer server) throws IOException {
        try {
            return server.start();
        } catch (BindException e) {
            throw new IOException(
                    "port %d on %s cannot be had: %s; choose another with --port".formatted(port, host, e.getMessage()),
                    e);
        }
    }
}
