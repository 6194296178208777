package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.Handler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connector: what it is called, what its objects look like, and what answers each command. Immutable; safe to share.
 */
public final class Connector {
    private final String name;
    private final Map<String, Route<?, ?>> routes;

    /**
     * A command and what answers it.
     *
     * @param command the command
     * @param handler what answers it
     */
    public record Route<I, O>(Command<I, O> command, Handler<I, O> handler) {
        /** Checks that both are there. */
        public Route {
            requireNonNull(command, "command");
            requireNonNull(handler, "handler");
        }
    }

    private Connector(Builder builder) {
        name = builder.name;
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.routes));
    }

    /** Starts the definition of a connector. */
    public static Builder named(String name) {
        return new Builder(requireNonNull(name, "name"));
    }

    /** Returns the connector's name. */
    public String name() {
        return name;
    }

    /** Returns the commands this connector answers, by type, in the order of their definition. */
    public Map<String, Route<?, ?>> routes() {
        return routes;
    }

    /** Returns what answers a command, or null if nothing does. */
    public @Nullable Route<?, ?> route(String commandType) {
        return routes.get(commandType);
    }

    /** Collects a connector's definition. Not safe for concurrent use. */
    public static final class Builder {
        private final String name;
        private final Map<String, Route<?, ?>> routes = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Answers {@code command} with {@code handler}. */
        public <I, O> Builder on(Command<I, O> command, Handler<I, O> handler) {
            routes.put(command.type(), new Route<>(command, handler));
            return this;
        }

        /** Returns the connector. */
        public Connector build() {
            return new Connector(this);
        }
    }
}
