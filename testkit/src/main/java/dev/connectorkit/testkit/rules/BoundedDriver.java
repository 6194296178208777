package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.ForwardingDriver;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.LineListener;
import dev.connectorkit.testkit.simulation.EndlessCommandError;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Cuts off commands that never end, which would otherwise take the whole validation with them. */
final class BoundedDriver extends ForwardingDriver {
    private static final String NEVER_ENDS = "it never ends: ";

    BoundedDriver(Driver driver) {
        super(driver);
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
            return super.stream(request, line -> {
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
}
