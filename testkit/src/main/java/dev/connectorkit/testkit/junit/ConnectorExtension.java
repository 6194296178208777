package dev.connectorkit.testkit.junit;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.CommandRun;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.Invocation;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.LineListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A connector for tests, registered with {@code @RegisterExtension}. When a test fails, every exchange of it is published
 * as a report entry, with the secrets masked.
 *
 * <p>Not safe for tests that run at the same time in one instance.
 */
public final class ConnectorExtension implements BeforeEachCallback, AfterEachCallback {
    private final Recorder recorder;
    private final Invocation invocation;

    private ConnectorExtension(Recorder recorder) {
        this.recorder = recorder;
        invocation = Invocation.through(recorder);
    }

    /** Returns a connector that runs in the test's process. */
    public static ConnectorExtension of(Connector connector) {
        return through(InProcessDriver.of(connector));
    }

    /** Returns a connector that is asked through a driver. */
    public static ConnectorExtension through(Driver driver) {
        return new ConnectorExtension(new Recorder(requireNonNull(driver, "driver")));
    }

    /** Returns an invocation with one member in its configuration. */
    public Invocation withConfig(String key, @Nullable Object value) {
        return invocation.withConfig(key, value);
    }

    /** Returns an invocation with a value that a data store saved before. */
    public Invocation withStored(String key, @Nullable Object value) {
        return invocation.withStored(key, value);
    }

    /** Runs a command with an empty configuration. */
    public <I, O> CommandRun<O> run(Command<I, O> command, I input) {
        return invocation.run(command, input);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        recorder.exchanges.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            var number = 0;
            for (var exchange : recorder.exchanges) {
                context.publishReportEntry("exchange " + ++number, exchange.toString());
            }
        }
    }

    /** Passes commands on and remembers what came back. */
    private static final class Recorder implements Driver {
        private final Driver driver;
        private final List<Exchange> exchanges = new ArrayList<>();

        Recorder(Driver driver) {
            this.driver = driver;
        }

        @Override
        public String describe() {
            return driver.describe();
        }

        @Override
        public boolean isInProcess() {
            return driver.isInProcess();
        }

        @Override
        public List<Line> lateLines() {
            return driver.lateLines();
        }

        @Override
        public Ending stream(CommandRequest request, LineListener listener) {
            var lines = new ArrayList<Line>();
            var ending = driver.stream(request, line -> {
                lines.add(line);
                listener.received(line);
            });
            exchanges.add(new Exchange(request, lines, ending));
            return ending;
        }
    }
}
