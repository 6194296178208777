package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.LineListener;
import dev.connectorkit.testkit.simulation.VirtualClock;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a handler that writes lines as it likes: no runtime stands between it and its faults. */
final class WireDriver implements Driver {
    private final VirtualClock clock;
    private final Handler handler;
    private final List<Line> late = new ArrayList<>();

    /** Answers every command. */
    interface Handler {
        void handle(CommandRequest request, Sink sink);
    }

    /** Takes lines. */
    interface Sink {
        void line(String type, JsonValue data);

        default void output(JsonValue data) {
            line(Line.OUTPUT, data);
        }
    }

    /** A failure with a type of its own on the wire. */
    static final class WireFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String type;

        WireFailure(String type, String message) {
            super(message);
            this.type = type;
        }

        static WireFailure notFound(String what) {
            return new WireFailure(Failure.NOT_FOUND, "there is no " + what);
        }

        static WireFailure generic(String message) {
            return new WireFailure(Failure.GENERIC, message);
        }

        String type() {
            return type;
        }
    }

    WireDriver(VirtualClock clock, Handler handler) {
        this.clock = clock;
        this.handler = handler;
    }

    @Override
    public String describe() {
        return "reference, in process";
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    @Override
    public List<Line> lateLines() {
        return List.copyOf(late);
    }

    @Override
    public Ending stream(CommandRequest request, LineListener listener) {
        var start = clock.instant();
        var over = new boolean[1];
        Failure failure = null;
        try {
            handler.handle(request, (type, data) -> {
                var text = "{\"type\":\"%s\",\"data\":%s}".formatted(type, Json.toText(data));
                var line = new Line(
                        type,
                        data,
                        Duration.between(start, clock.instant()),
                        text.getBytes(StandardCharsets.UTF_8).length);
                if (over[0]) {
                    late.add(line);
                } else {
                    listener.received(line);
                }
            });
        } catch (WireFailure e) {
            failure = new Failure(e.type(), String.valueOf(e.getMessage()));
        } catch (RuleFailure | RuleSkipped e) {
            throw e;
        } catch (RuntimeException e) {
            failure = new Failure(Failure.GENERIC, String.valueOf(e));
        }
        over[0] = true;
        return ending(failure, Duration.between(start, clock.instant()));
    }

    private static Ending ending(@Nullable Failure failure, Duration took) {
        return new Ending(failure, null, took);
    }
}
