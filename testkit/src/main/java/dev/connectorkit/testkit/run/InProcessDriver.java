package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.InvocationException;
import dev.connectorkit.dsl.runtime.Scheduler;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Runs a connector of the DSL in this process, through the runtime that also serves it. The handler runs on the calling
 * thread. Immutable; every {@code with…} returns a new value.
 */
public final class InProcessDriver implements Driver {
    private final ConnectorRunner runner;
    private final Scheduler scheduler;
    private final Queue<Line> late;

    private InProcessDriver(ConnectorRunner runner, Scheduler scheduler, Queue<Line> late) {
        this.runner =
                runner.withLateLines(type -> late.add(new Line(type.wireName(), JsonValue.NULL, Duration.ZERO, 0)));
        this.scheduler = scheduler;
        this.late = late;
    }

    /** Returns a driver on the system's clock. */
    public static InProcessDriver of(Connector connector) {
        return new InProcessDriver(ConnectorRunner.of(connector), Scheduler.system(), new ConcurrentLinkedQueue<>());
    }

    /** Returns this driver on another clock: it tells the time, and moves the silences that the runtime breaks. */
    public <C extends InstantSource & Scheduler> InProcessDriver withClock(C clock) {
        requireNonNull(clock, "clock");
        return new InProcessDriver(runner.withClock(clock).withScheduler(clock), clock, late);
    }

    /** Returns the connector. */
    public Connector connector() {
        return runner.connector();
    }

    @Override
    public String describe() {
        return runner.connector().name() + ", in process";
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
            runner.run(request, (type, buffer, offset, length) -> {
                var text = new String(buffer, offset, length, StandardCharsets.UTF_8).strip();
                var json = Json.parse(text).asJsonObject();
                listener.received(
                        new Line(type.wireName(), json.getOrDefault("data", JsonValue.NULL), since(start), length - 1));
            });
        } catch (InvocationException e) {
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
