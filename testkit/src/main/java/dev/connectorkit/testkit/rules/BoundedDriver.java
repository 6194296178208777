package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.LineListener;
import dev.connectorkit.testkit.simulation.EndlessCommandError;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts off commands that never end, which would otherwise take the whole validation with them. */
final class BoundedDriver implements Driver {
    private static final String NEVER_ENDS = "it never ends: ";

    private final Driver driver;

    BoundedDriver(Driver driver) {
        this.driver = driver;
    }

    /** Returns whether a command was cut off. */
    static boolean isEndless(@Nullable Failure failure) {
        return failure != null
                && failure.type().equals(Failure.PROTOCOL)
                && failure.message().startsWith(NEVER_ENDS);
    }

    @Override
    public Ending stream(CommandRequest request, LineListener listener) {
        var circle = new Circle();
        try {
            return driver.stream(request, line -> {
                listener.received(line);
                if (line.type().equals(Line.OUTPUT)) {
                    circle.sent(line.data());
                }
            });
        } catch (EndlessCommandError e) {
            return new Ending(new Failure(Failure.PROTOCOL, NEVER_ENDS + e.getMessage()), null, Duration.ZERO);
        }
    }

    /**
     * Notices outputs that go round in a circle of any length, and remembers but one of them: the one at the last power of
     * two. Once the circle is shorter than that, it comes back again and again.
     */
    private static final class Circle {
        private static final int UNSUSPICIOUS = 1_024;
        private static final int ROUNDS = 10;

        private int sent;
        private int rounds;
        private @Nullable JsonValue remembered;

        void sent(JsonValue output) {
            sent++;
            if (output.equals(remembered)) {
                rounds++;
                if (rounds == ROUNDS) {
                    throw new EndlessCommandError("after " + sent + " outputs it has sent " + Compare.show(output)
                            + " once more, for the " + (ROUNDS + 1)
                            + "th time at least. Does it ask for the same page again and again?");
                }
            } else if (sent >= UNSUSPICIOUS && Integer.bitCount(sent) == 1) {
                remembered = output;
                rounds = 0;
            }
        }
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
    public Set<String> secretItems() {
        return driver.secretItems();
    }

    @Override
    public List<Line> lateLines() {
        return driver.lateLines();
    }

    @Override
    public Set<String> mediaTypes() {
        return driver.mediaTypes();
    }

    @Override
    public void close() {
        driver.close();
    }
}
