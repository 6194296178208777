package dev.connectorkit.testkit.junit;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.CommandRun;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.ForwardingDriver;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.Invocation;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.LineListener;
import dev.connectorkit.testkit.simulation.VirtualClock;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A connector for tests, registered with {@code @RegisterExtension}: a source on a simulated platform, whose runs see what
 * earlier runs of the same test stored. When a test fails, its failure shows every exchange of it, with the secrets
 * masked.
 *
 * <p>A connector in this process lives on a virtual clock, so that waiting takes no time. Not safe for tests that run at
 * the same time in one instance.
 */
public final class ConnectorExtension implements BeforeEachCallback, AfterEachCallback {
    private final Recorder recorder;
    private final @Nullable VirtualClock clock;
    private Invocation invocation;

    private ConnectorExtension(Driver driver, @Nullable VirtualClock clock) {
        recorder = new Recorder(driver);
        invocation = Invocation.through(recorder);
        this.clock = clock;
    }

    private static ConnectorExtension inProcess(InProcessDriver driver, VirtualClock clock) {
        return new ConnectorExtension(driver.withClock(clock), requireNonNull(clock, "clock"));
    }

    /** Returns a connector that runs in the test's process, on a virtual clock of its own. */
    public static ConnectorExtension of(Connector connector) {
        return of(connector, new VirtualClock());
    }

    /** Returns a connector that runs in the test's process, on a clock that it shares with its fake source. */
    public static ConnectorExtension of(Connector connector, VirtualClock clock) {
        return inProcess(InProcessDriver.of(connector), clock);
    }

    /**
     * Returns a connector whose container is recycled before each command: {@code connectors} is asked for a new one, and
     * nothing survives in memory.
     *
     * @param clock the clock that it shares with its fake source
     */
    public static ConnectorExtension recycling(VirtualClock clock, Supplier<Connector> connectors) {
        return inProcess(InProcessDriver.recycling(connectors), clock);
    }

    /** Returns a connector that is asked through a driver, by that driver's clock. */
    public static ConnectorExtension through(Driver driver) {
        return new ConnectorExtension(requireNonNull(driver, "driver"), null);
    }

    /**
     * Returns the clock that the connector lives by.
     *
     * @throws IllegalStateException if it is asked through a driver
     */
    public VirtualClock clock() {
        if (clock == null) {
            throw new IllegalStateException("a connector that is asked through a driver has no virtual clock");
        }
        return clock;
    }

    /** Returns a source with one member in its configuration. */
    public Invocation withConfig(String key, @Nullable Object value) {
        return invocation.withConfig(key, value);
    }

    /** Returns a source with a configuration. */
    public Invocation withConfig(JsonObject config) {
        return invocation.withConfig(config);
    }

    /** Returns a source with a value that a data store saved before. */
    public Invocation withStored(String key, @Nullable Object value) {
        return invocation.withStored(key, value);
    }

    /** Runs a command on a source with an empty configuration, which lasts as long as the test. */
    public <I, O> CommandRun<O> run(Command<I, O> command, I input) {
        return invocation.run(command, input);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        recorder.exchanges.clear();
        invocation = Invocation.through(recorder);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> {
            var shown = String.valueOf(failure.getMessage());
            for (var exchange : recorder.texts()) {
                context.publishReportEntry("exchange", exchange);
                if (!shown.contains(exchange)) {
                    failure.addSuppressed(new ExchangeOfFailedTest(exchange));
                }
            }
        });
    }

    /** Carries an exchange into the report of a failed test, where every tool shows it. */
    private static final class ExchangeOfFailedTest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExchangeOfFailedTest(String text) {
            super("exchanged in this test:\n" + text, null, false, false);
        }
    }

    /** Passes commands on and remembers what came back. */
    private static final class Recorder extends ForwardingDriver {
        private final List<Exchange> exchanges = new ArrayList<>();

        Recorder(Driver driver) {
            super(driver);
        }

        List<String> texts() {
            return exchanges.stream()
                    .map(exchange -> exchange.toText(exchange.secrets(secretItems())))
                    .toList();
        }

        @Override
        public Ending stream(CommandRequest request, LineListener listener) {
            var lines = new ArrayList<Line>();
            var ending = super.stream(request, line -> {
                lines.add(line);
                listener.received(line);
            });
            exchanges.add(new Exchange(request, lines, ending));
            return ending;
        }
    }
}
