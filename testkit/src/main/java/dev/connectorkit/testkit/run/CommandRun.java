package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.ConnectorException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command that was run, and what came of it, typed. Immutable.
 *
 * @param command the command
 * @param exchange the request and every line that came back
 * @param secrets what must not be shown
 * @param <O> the command's output
 */
public record CommandRun<O>(Command<?, O> command, Exchange exchange, Secrets secrets) {

    /** Checks that nothing is null. */
    public CommandRun {
        requireNonNull(command, "command");
        requireNonNull(exchange, "exchange");
        requireNonNull(secrets, "secrets");
    }

    /** Returns whether the command ended without a failure. */
    public boolean succeeded() {
        return exchange.succeeded();
    }

    /** Returns why the command failed, or null if it succeeded. */
    public @Nullable Failure failure() {
        return exchange.failure();
    }

    /**
     * Returns the outputs, in order.
     *
     * @throws ConnectorException if an output does not have the shape of the command's output
     */
    public List<O> outputs() {
        return exchange.data(Line.OUTPUT).stream().map(command.output()::read).toList();
    }

    /**
     * Returns the one output.
     *
     * @throws IllegalStateException if there is none or there are several; the message shows the exchange
     */
    public O output() {
        var outputs = outputs();
        if (outputs.size() != 1) {
            throw new IllegalStateException("one output was expected, but there are " + outputs.size() + "\n" + this);
        }
        return outputs.get(0);
    }

    /** Returns the state that was saved last, or null if none was, or it is no object. */
    public @Nullable JsonObject state() {
        var states = exchange.states();
        JsonValue last = states.isEmpty() ? JsonValue.NULL : states.get(states.size() - 1);
        return last instanceof JsonObject state ? state : null;
    }

    @Override
    public String toString() {
        return exchange.toText(secrets);
    }
}
