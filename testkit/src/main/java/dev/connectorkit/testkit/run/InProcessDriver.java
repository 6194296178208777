package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.InvocationException;
import dev.connectorkit.dsl.runtime.Scheduler;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.testkit.simulation.EndlessCommandError;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a connector of the DSL in this process, through the runtime that also serves it. The handler runs on the calling
 * thread. Immutable; every {@code with…} returns a new value.
 */
public final class InProcessDriver implements Driver {
    private final Connector connector;
    private final Supplier<ConnectorRunner> runners;
    private final Scheduler scheduler;
    private final Queue<Line> late;

    private InProcessDriver(
            Connector connector, Supplier<ConnectorRunner> runners, Scheduler scheduler, Queue<Line> late) {
        this.connector = connector;
        this.runners = runners;
        this.scheduler = scheduler;
        this.late = late;
    }

    private static InProcessDriver onSystemClock(Connector connector, Supplier<ConnectorRunner> runners) {
        Queue<Line> late = new ConcurrentLinkedQueue<>();
        return new InProcessDriver(
                connector,
                () -> runners.get()
                        .withLateLines(type -> late.add(new Line(type.wireName(), JsonValue.NULL, Duration.ZERO, 0))),
                Scheduler.system(),
                late);
    }

    /** Returns a driver on the system's clock. */
    public static InProcessDriver of(Connector connector) {
        var runner = ConnectorRunner.of(connector);
        return onSystemClock(connector, () -> runner);
    }

    /**
     * Returns a driver that asks for a new connector before each command, as the platform does when it recycles the
     * container: what a connector keeps in memory is gone, but for static fields. One more is asked for at once, and runs
     * nothing.
     */
    public static InProcessDriver recycling(Supplier<Connector> connectors) {
        requireNonNull(connectors, "connectors");
        return onSystemClock(connectors.get(), () -> ConnectorRunner.of(connectors.get()));
    }

    /** Returns this driver on another clock: it tells the time, and moves the silences that the runtime breaks. */
    public <C extends InstantSource & Scheduler> InProcessDriver withClock(C clock) {
        requireNonNull(clock, "clock");
        return new InProcessDriver(
                connector, () -> runners.get().withClock(clock).withScheduler(clock), clock, late);
    }

    /** Returns the connector, the first of those that are recycled. */
    public Connector connector() {
        return connector;
    }

    @Override
    public String describe() {
        return connector.name() + ", in process";
    }

    @Override
    public Set<String> secretItems() {
        return connector.spec().configItems().stream()
                .filter(item -> item instanceof ConfigItem.Secret || item instanceof ConfigItem.SecretTextArea)
                .map(ConfigItem::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    /** Returns what was refused since it came after the handler's return: the type of each line, without its data. */
    @Override
    public List<Line> lateLines() {
        return List.copyOf(late);
    }

    @Override
    public Ending stream(CommandRequest request, LineListener listener) {
        var start = scheduler.nanoTime();
        Failure failure = null;
        try {
            runners.get().run(request, (type, buffer, offset, length) -> {
                var text = new String(buffer, offset, length, StandardCharsets.UTF_8).strip();
                var json = Json.parse(text).asJsonObject();
                listener.received(
                        new Line(type.wireName(), json.getOrDefault("data", JsonValue.NULL), since(start), length - 1));
            });
        } catch (InvocationException e) {
            if (e.getCause() instanceof EndlessCommandError endless) {
                throw endless;
            }
            failure = new Failure(e.type().wireName(), String.valueOf(e.getMessage()));
        }
        return ending(failure, since(start));
    }

    private Duration since(long start) {
        return Duration.ofNanos(scheduler.nanoTime() - start);
    }

    private static Ending ending(@Nullable Failure failure, Duration took) {
        return new Ending(failure, null, took);
    }
}
