package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.Commands;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.ObjectFilter;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.Menu;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.SpecException;
import dev.connectorkit.dsl.spec.SpecProblem;
import dev.connectorkit.dsl.spec.TemplateField;
import dev.connectorkit.filter.Dialect;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connector: what it is called, what its objects and its configuration look like, and what answers each command.
 * Immutable; safe to share.
 */
public final class Connector {
    private final ConnectorSpec spec;
    private final Dialect filterDialect;
    private final Map<String, Route<?, ?>> routes;
    private final @Nullable Customizer alone;

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

    private Connector(
            ConnectorSpec spec, Dialect filterDialect, Map<String, Route<?, ?>> routes, @Nullable Customizer alone) {
        this.spec = spec;
        this.filterDialect = filterDialect;
        this.routes = Collections.unmodifiableMap(routes);
        this.alone = alone;
    }

    static Connector alone(String name, Customizer customizer) {
        var routes = new LinkedHashMap<String, Route<?, ?>>();
        customizer.commandTypes().forEach(type -> routes.put(type, customizer.route(type)));
        var spec = ConnectorSpec.named(name).commands(routes.keySet()).build();
        return new Connector(spec, Dialect.STANDARD, routes, customizer);
    }

    /** Starts the definition of a connector. */
    public static Builder named(String name) {
        return new Builder(requireNonNull(name, "name"));
    }

    /** Returns the connector's name. */
    public String name() {
        return spec.name();
    }

    /** Returns the specification; its commands are the ones that {@link Builder#on} was called for. */
    public ConnectorSpec spec() {
        return spec;
    }

    /** Returns the dialect that filters are read by. */
    public Dialect filterDialect() {
        return filterDialect;
    }

    /**
     * Returns the commands this connector answers, by type, in the order of their definition. {@code std:spec:read} is
     * one of them, by default with {@code {"specification": …}}.
     */
    public Map<String, Route<?, ?>> routes() {
        return routes;
    }

    /** Returns what answers a command, or null if nothing does. */
    public @Nullable Route<?, ?> route(String commandType) {
        var route = routes.get(commandType);
        return route == null && alone != null && Customizer.isStep(commandType) ? alone.route(commandType) : route;
    }

    /**
     * Returns whether an answer is nothing but the JSON of its one output, as it is where a {@linkplain
     * Customizer#standAlone customizer stands alone}; every other connector answers with lines that say what they are.
     */
    public boolean answersBareJson() {
        return alone != null;
    }

    /**
     * Returns this connector with a customizer's changes around its handlers.
     *
     * @throws IllegalArgumentException if the customizer changes a command that this connector does not answer
     */
    public Connector customizedBy(Customizer customizer) {
        return new Connector(spec, filterDialect, customizer.around(routes), alone);
    }

    /**
     * Returns the filter that a source's configuration sets. It is compiled once for each kind of object, however many
     * there are; what a schema has to say about it, such as an attribute that it lacks, is logged as a warning, since one
     * filter serves all kinds of objects.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_CONFIGURATION} if {@code filterString}
     *     does not compile; the message shows where. The filter that is returned does the same for {@code
     *     account.filterString} once it sees an account.
     */
    public ObjectFilter objectFilter(JsonObject config) {
        return ConfiguredFilter.of(requireNonNull(config, "config"), spec, filterDialect);
    }

    /**
     * Returns what a source's configuration lacks or has of the wrong type, a sentence each that names the item and never
     * a value. Items that are not shown under the other items' values are not asked for.
     */
    public List<String> configProblems(JsonObject config) {
        return ConfigCheck.problems(spec, requireNonNull(config, "config"));
    }

    /**
     * Checks a source's configuration before a handler sees it.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_CONFIGURATION} that lists all of {@link
     *     #configProblems}, if there are any
     */
    public void checkConfig(JsonObject config) {
        var found = configProblems(config);
        if (!found.isEmpty()) {
            throw ConnectorException.invalidConfiguration("the configuration cannot work: " + String.join("; ", found));
        }
    }

    /** Collects a connector's definition. Not safe for concurrent use. */
    public static final class Builder {
        private final String name;
        private final ConnectorSpec.Builder spec;
        private Dialect filterDialect = Dialect.STANDARD;
        private boolean filtered;
        private final Map<String, Route<?, ?>> routes = new LinkedHashMap<>();
        private final List<SpecProblem> problems = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
            spec = ConnectorSpec.named(name);
        }

        /** Says which shape of key the connector uses; without it, simple keys. */
        public Builder keyType(KeyType type) {
            spec.keyType(type);
            return this;
        }

        /** Says in a sentence what the connector is for. */
        public Builder description(String description) {
            return with("description", Json.text(description));
        }

        /** Adds a member to the specification that the platform does not document; it is written as it is. */
        public Builder with(String member, JsonValue value) {
            spec.with(member, value);
            return this;
        }

        /** Adds menus to the form in which an administrator configures a source. */
        public Builder config(Menu... menus) {
            spec.config(menus);
            return this;
        }

        /** Gives accounts these attributes. */
        public Builder accounts(SchemaAttribute... attributes) {
            return accounts(Schema.account(attributes));
        }

        /** Gives accounts this schema. */
        public Builder accounts(Schema.Account schema) {
            spec.accounts(schema);
            return this;
        }

        /** Gives accounts the attributes of a type of one's own. */
        public Builder accounts(ObjectMapping<?> mapping) {
            return accounts(mapping.accountSchema());
        }

        /** Gives entitlements of a type, such as {@code group}, the attributes of a type of one's own. */
        public Builder entitlements(String type, ObjectMapping<?> mapping) {
            return entitlements(mapping.entitlementSchema(type));
        }

        /** Gives entitlements of a type, such as {@code group}, these attributes. */
        public Builder entitlements(String type, SchemaAttribute... attributes) {
            return entitlements(Schema.entitlement(type, attributes));
        }

        /** Adds the schema of one type of entitlement. */
        public Builder entitlements(Schema.Entitlement schema) {
            spec.entitlements(schema);
            return this;
        }

        /** Adds what the platform sends when it creates an account. */
        public Builder accountCreateTemplate(TemplateField... fields) {
            spec.accountCreateTemplate(fields);
            return this;
        }

        /**
         * Declares that lists can be asked for changes only: sets {@code supportsStatefulCommands} and adds the checkbox
         * by which an administrator switches it on.
         */
        public Builder stateful() {
            spec.stateful();
            return this;
        }

        /** Lets administrators switch debug logging on. */
        public Builder showDebugLoggingOption() {
            spec.showDebugLoggingOption();
            return this;
        }

        /** Says by which rules filters are read; without it, by those of the standard dialect. */
        public Builder filterDialect(Dialect dialect) {
            filterDialect = requireNonNull(dialect, "dialect");
            return this;
        }

        /**
         * Leaves out of account and entitlement lists what the source's filter matches, so that their handlers need not ask
         * {@code context.objectFilter()} about every object.
         */
        public Builder filtered() {
            filtered = true;
            return this;
        }

        /** Answers {@code command} with {@code handler}. */
        public <I, O> Builder on(Command<I, O> command, Handler<I, O> handler) {
            if (routes.put(command.type(), new Route<>(command, handler)) != null) {
                problems.add(
                        new SpecProblem("on(" + command + ")", "the command is answered twice; keep one handler."));
            }
            return this;
        }

        /**
         * Gives the handlers that follow a client in place of the context: each invocation has one of its own, which is
         * opened before the handler and closed after it, whatever happens.
         *
         * <pre>{@code
         * .on(ACCOUNT_DISCOVER_SCHEMA, (context, input, response) -> response.send(PEOPLE.accountSchema()))
         * .using(Directory::open)
         * .on(ACCOUNT_READ, (directory, input, response) -> response.send(directory.person(input.id())))
         * .on(ACCOUNT_DELETE, (directory, input, response) -> directory.delete(input.id()))
         * .build();
         * }</pre>
         *
         * @param open opens the client; what the handlers need of the context besides, it gives to the client
         * @param <C> the client
         */
        public <C extends AutoCloseable> ClientBuilder<C> using(Handler.Opener<C> open) {
            return new ClientBuilder<>(this, requireNonNull(open, "open"));
        }

        /**
         * Returns the connector.
         *
         * @throws SpecException if the definition has mistakes; it lists all of them
         */
        public Connector build() {
            spec.commands(routes.keySet());
            var all = new ArrayList<>(spec.problems());
            all.addAll(problems);
            if (!all.isEmpty()) {
                throw new SpecException("connector `" + name + "`", all);
            }
            var built = spec.build();
            var answered = new LinkedHashMap<>(routes);
            if (filtered) {
                answered.computeIfPresent(Commands.ACCOUNT_LIST.type(), (type, route) -> filtered(route));
                answered.computeIfPresent(Commands.ENTITLEMENT_LIST.type(), (type, route) -> filtered(route));
            }
            answered.putIfAbsent(Commands.SPEC_READ.type(), specRead(built));
            return new Connector(built, filterDialect, answered, null);
        }

        private static <I, O> Route<I, O> filtered(Route<I, O> route) {
            return new Route<>(route.command(), (context, input, response) -> {
                var filter = context.objectFilter();
                route.handler().handle(context, input, response.keeping(output -> isKept(filter, output)));
            });
        }

        private static boolean isKept(ObjectFilter filter, Object output) {
            return output instanceof Account account
                    ? filter.keeps(account)
                    : !(output instanceof Entitlement entitlement) || filter.keeps(entitlement);
        }

        private static Route<?, ?> specRead(ConnectorSpec spec) {
            var answer = Json.object().add("specification", spec.toJson()).build();
            return new Route<>(Commands.SPEC_READ, (context, input, response) -> response.send(answer));
        }
    }

    /**
     * Goes on with a connector's definition where handlers have a client of their own; see {@link Builder#using}. Not safe
     * for concurrent use.
     *
     * @param <C> the client
     */
    public static final class ClientBuilder<C extends AutoCloseable> {
        private final Builder connector;
        private final Handler.Opener<C> open;

        private ClientBuilder(Builder connector, Handler.Opener<C> open) {
            this.connector = connector;
            this.open = open;
        }

        /** Answers {@code command} with {@code work}, which has a client while it works. */
        public <I, O> ClientBuilder<C> on(Command<I, O> command, Handler.Work<C, I, O> work) {
            connector.on(command, Handler.using(open, work));
            return this;
        }

        /**
         * Returns the connector.
         *
         * @throws SpecException if the definition has mistakes; it lists all of them
         */
        public Connector build() {
            return connector.build();
        }
    }
}
