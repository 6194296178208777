package dev.connectorkit.dsl.runtime;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Done;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a connector's handlers: takes the JSON of a command and gives a sink the lines of the answer, as they come about.
 *
 * <pre>{@code
 * ConnectorRunner.of(connector).run(CommandRequest.parse(body), (type, buffer, offset, length) ->
 *     System.out.write(buffer, offset, length));
 * }</pre>
 *
 * <p>The handler runs on the calling thread; interrupting that thread cancels it. Immutable, every {@code with…} returns
 * a new runner; safe for concurrent use.
 */
public final class ConnectorRunner {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    // These are asked before the form is filled in, or without a source.
    private static final Set<String> WITHOUT_CONFIG = Set.of("std:spec:read", "std:config-options:read");

    private final Connector connector;
    private final Settings settings;

    private record Settings(
            InstantSource clock,
            Scheduler scheduler,
            Duration keepAlive,
            Host host,
            boolean checksConfig,
            Consumer<EventType> lateLines) {}

    private ConnectorRunner(Connector connector, Settings settings) {
        this.connector = connector;
        this.settings = settings;
    }

    /**
     * Returns a runner on the system's clock, which sends a keepAlive after 60 seconds of silence and shows the patches
     * that a handler sent when it reloads its configuration.
     */
    public static ConnectorRunner of(Connector connector) {
        requireNonNull(connector, "connector");
        return new ConnectorRunner(
                connector,
                new Settings(InstantSource.system(), Scheduler.system(), KEEP_ALIVE, new Host() {}, true, type -> {}));
    }

    /** Returns a runner whose handlers take the time from {@code clock}. */
    public ConnectorRunner withClock(InstantSource clock) {
        requireNonNull(clock, "clock");
        return with(new Settings(
                clock,
                settings.scheduler,
                settings.keepAlive,
                settings.host,
                settings.checksConfig,
                settings.lateLines));
    }

    /** Returns a runner whose silences {@code scheduler} measures and breaks. */
    public ConnectorRunner withScheduler(Scheduler scheduler) {
        requireNonNull(scheduler, "scheduler");
        return with(new Settings(
                settings.clock,
                scheduler,
                settings.keepAlive,
                settings.host,
                settings.checksConfig,
                settings.lateLines));
    }

    /**
     * Returns a runner that sends a keepAlive whenever a handler was silent for so long. The platform drops a command
     * after 3 minutes.
     *
     * @throws IllegalArgumentException if the interval is not positive
     */
    public ConnectorRunner withKeepAlive(Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval must be positive, but is " + interval);
        }
        return with(new Settings(
                settings.clock,
                settings.scheduler,
                interval,
                settings.host,
                settings.checksConfig,
                settings.lateLines));
    }

    /** Returns a runner whose handlers ask {@code host} for what is not in the request. */
    public ConnectorRunner withHost(Host host) {
        requireNonNull(host, "host");
        return with(new Settings(
                settings.clock,
                settings.scheduler,
                settings.keepAlive,
                host,
                settings.checksConfig,
                settings.lateLines));
    }

    /**
     * Returns a runner that shows handlers whatever configuration comes, as a unit test may want it. Otherwise {@link
     * Connector#checkConfig} comes first, except for commands that the platform sends before there is a source.
     */
    public ConnectorRunner withoutConfigCheck() {
        return with(new Settings(
                settings.clock, settings.scheduler, settings.keepAlive, settings.host, false, settings.lateLines));
    }

    /**
     * Returns a runner that tells {@code listener} of each line that a connector writes after its handler returned, which
     * is refused. It hears of it on the thread that writes, before that gets its exception.
     */
    public ConnectorRunner withLateLines(Consumer<EventType> listener) {
        requireNonNull(listener, "listener");
        return with(new Settings(
                settings.clock,
                settings.scheduler,
                settings.keepAlive,
                settings.host,
                settings.checksConfig,
                listener));
    }

    private ConnectorRunner with(Settings settings) {
        return new ConnectorRunner(connector, settings);
    }

    /** Returns the connector that this runner runs. */
    public Connector connector() {
        return connector;
    }

    InstantSource clock() {
        return settings.clock;
    }

    Host host() {
        return settings.host;
    }

    /**
     * Answers one command. Returns when the handler has, after the last line went to {@code sink}.
     *
     * @throws InvocationException if the command is unknown, its input does not fit, or the handler failed; the sink has
     *     not heard of it
     * @throws ReaderGoneException if the sink threw, so that there is nobody left to tell
     */
    public void run(CommandRequest request, EventSink sink) {
        requireNonNull(sink, "sink");
        var route = connector.route(request.type());
        if (route == null) {
            throw unknown(request);
        }
        run(route, request, sink);
    }

    private <I, O> void run(Connector.Route<I, O> route, CommandRequest request, EventSink sink) {
        var stream = new EventStream<O>(
                route.command().output(), sink, settings.scheduler, connector.answersBareJson(), settings.lateLines);
        try {
            try {
                handle(route, request, stream);
            } finally {
                stream.end();
            }
            stream.flush();
        } catch (ReaderGoneException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(request, ConnectorException.Type.TIMEOUT, "the command was cancelled", e, stream.started());
        } catch (ConnectorException e) {
            throw failed(request, e.type(), message(e), e, stream.started());
        } catch (Throwable e) {
            // Whatever a handler throws fails its own invocation, never the host.
            throw failed(request, ConnectorException.Type.GENERIC, message(e), e, stream.started());
        }
    }

    private <I, O> void handle(Connector.Route<I, O> route, CommandRequest request, EventStream<O> stream)
            throws Exception {
        var command = route.command();
        if (settings.checksConfig && !WITHOUT_CONFIG.contains(request.type())) {
            connector.checkConfig(request.config());
        }
        var input = command.input().read(request.input());
        var context = new InvocationContext(request, stream, this);
        var keepAlive = new KeepAlive(stream, settings.scheduler, settings.keepAlive);
        try {
            route.handler().handle(context, input, stream);
            if (command.output().type() == Done.class && !stream.outputSent()) {
                stream.send(command.output().type().cast(Done.done()));
            }
        } finally {
            keepAlive.close();
        }
    }

    private static String message(Throwable e) {
        var message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getName() : message;
    }

    private InvocationException unknown(CommandRequest request) {
        var handled = connector.routes().keySet().stream()
                .sorted()
                .map(type -> "`" + type + "`")
                .collect(Collectors.joining(", "));
        var cause = ConnectorException.invalidRequest("no handler for `%s`; this connector handles %s"
                .formatted(request.type(), handled.isEmpty() ? "no command at all" : handled));
        return failed(request, cause.type(), message(cause), cause, false);
    }

    private InvocationException failed(
            CommandRequest request, ConnectorException.Type type, String message, Throwable cause, boolean started) {
        var mask = SecretMask.of(request, connector.spec());
        return new InvocationException(type, message, cause, started, mask);
    }
}
