package dev.connectorkit.testkit.rules;

import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Looks at every state that is saved. */
final class StateShape implements Observations.Check {
    static final String RULE = "state.once-after-last-output";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public boolean looksAtEachOutput() {
        return false;
    }

    @Override
    public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
        var saved = false;
        for (var line : exchange.lines()) {
            if (line.type().equals(Line.STATE)) {
                count.add(1, line.data() instanceof JsonObject object ? object.size() : 0);
                if (saved) {
                    return "state is saved a second time in one run";
                }
                if (!(line.data() instanceof JsonObject)) {
                    return "state is " + Compare.show(line.data())
                            + ", but must be a JSON object: the platform does not save anything else";
                }
                saved = true;
            } else if (saved && line.type().equals(Line.OUTPUT)) {
                return "an output is sent after the state was saved; state comes after the last output";
            }
        }
        return session.driver().isInProcess() ? stateError(exchange) : null;
    }

    /** The DSL's runtime refuses bad states itself; what it says is the finding. */
    private static @Nullable String stateError(Exchange exchange) {
        var failure = exchange.failure();
        return failure != null
                        && failure.message().contains("state")
                        && failure.message().contains("saved")
                ? "the runtime refuses what the connector does with its state: " + failure.message()
                : null;
    }
}
