package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Codec;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a connector is given and what it answers, without changing the connector:
 *
 * <pre>{@code
 * var customizer = Customizer.builder()
 *     .before(ACCOUNT_CREATE, (context, input) -> input.withIdentity(lowerCase(input.identity())))
 *     .after(ACCOUNT_LIST, (context, account) -> account.with("department", departmentOf(account)))
 *     .build();
 * var customized = connector.customizedBy(customizer);
 * }</pre>
 *
 * <p>It can also stand without a connector: the platform then sends {@code before:std:account:create} and the like, and
 * {@link #standAlone} gives what a host runs to answer with the bare JSON. Immutable; safe to share.
 */
public final class Customizer {
    private static final String BEFORE = "before:";
    private static final String AFTER = "after:";

    private final Map<String, Step<?>> before;
    private final Map<String, Step<?>> after;
    private final Map<String, Step<JsonValue>> operations;

    private record Step<T>(Codec<T> codec, Customization<T> customization) {
        JsonValue answer(Context context, JsonValue json) {
            var result = applied(customization, context, codec.read(json));
            return Json.toValue(out -> codec.write(result, out));
        }
    }

    private Customizer(Builder builder) {
        before = copy(builder.before);
        after = copy(builder.after);
        operations = copy(builder.operations);
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Starts the definition of a customizer. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the command types that this customizer answers where it stands without a connector. */
    public List<String> commandTypes() {
        var types = new ArrayList<String>();
        before.keySet().forEach(type -> types.add(BEFORE + type));
        after.keySet().forEach(type -> types.add(AFTER + type));
        types.addAll(operations.keySet());
        return Collections.unmodifiableList(types);
    }

    /**
     * Returns what answers the commands that the platform sends where this customizer stands without a connector, for a
     * host to run as it runs a connector. An answer is the changed value and nothing around it; a step that nobody
     * defined answers its input.
     *
     * @param name the name by which hosts know the customizer
     */
    public Connector standAlone(String name) {
        return Connector.alone(name, this);
    }

    Connector.Route<JsonValue, JsonValue> route(String commandType) {
        var command = Command.of(commandType, JsonValue.class, JsonValue.class);
        return new Connector.Route<>(
                command, (context, input, response) -> response.send(answer(commandType, context, input)));
    }

    static boolean isStep(String commandType) {
        return commandType.startsWith(BEFORE) || commandType.startsWith(AFTER);
    }

    /**
     * Answers one command where this customizer stands without a connector.
     *
     * @param commandType {@code before:} or {@code after:} and a command's type, or the id of a named operation
     * @param input the command's input, its output, or what the operation takes
     * @return the changed value; {@code input} itself where nothing customizes the command
     */
    public JsonValue answer(String commandType, Context context, JsonValue input) {
        var step = step(commandType);
        return step == null ? input : step.answer(new CustomizedContext(context, this), input);
    }

    private @Nullable Step<?> step(String commandType) {
        if (commandType.startsWith(BEFORE)) {
            return before.get(commandType.substring(BEFORE.length()));
        }
        if (commandType.startsWith(AFTER)) {
            return after.get(commandType.substring(AFTER.length()));
        }
        return operations.get(commandType);
    }

    JsonValue operation(String id, Context context, JsonValue input) {
        var operation = operations.get(id);
        return operation == null ? input : applied(operation.customization(), context, input);
    }

    /** Returns the routes with this customizer's steps around the handlers. */
    Map<String, Connector.Route<?, ?>> around(Map<String, Connector.Route<?, ?>> routes) {
        requireAnswered(before.keySet(), "before", routes.keySet());
        requireAnswered(after.keySet(), "after", routes.keySet());
        var customized = new LinkedHashMap<String, Connector.Route<?, ?>>();
        routes.forEach((type, route) -> customized.put(type, around(route)));
        return customized;
    }

    private static void requireAnswered(Set<String> customized, String when, Set<String> answered) {
        for (var type : customized) {
            if (!answered.contains(type)) {
                throw new IllegalArgumentException("%s(%s): the connector does not answer this command; it answers %s"
                        .formatted(when, type, String.join(", ", answered)));
            }
        }
    }

    // A step was put under its command's type, so it takes what the command of the route of that type takes.
    @SuppressWarnings("unchecked")
    private <I, O> Connector.Route<I, O> around(Connector.Route<I, O> route) {
        var type = route.command().type();
        var first = (@Nullable Step<I>) before.get(type);
        var last = (@Nullable Step<O>) after.get(type);
        return new Connector.Route<>(route.command(), (context, input, response) -> {
            var customized = new CustomizedContext(context, this);
            var changed = first == null ? input : first.customization().apply(customized, input);
            var changing = last == null
                    ? response
                    : response.<O>accepting(output -> applied(last.customization(), customized, output));
            route.handler().handle(customized, changed, changing);
        });
    }

    private static <T> T applied(Customization<T> customization, Context context, T value) {
        try {
            return customization.apply(context, value);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(ConnectorException.Type.GENERIC, "interrupted while customizing", e);
        } catch (Exception e) {
            throw new ConnectorException(ConnectorException.Type.GENERIC, String.valueOf(e.getMessage()), e);
        }
    }

    /** Collects a customizer's definition. Not safe for concurrent use. */
    public static final class Builder {
        private final Map<String, Step<?>> before = new LinkedHashMap<>();
        private final Map<String, Step<?>> after = new LinkedHashMap<>();
        private final Map<String, Step<JsonValue>> operations = new LinkedHashMap<>();

        private Builder() {}

        /** Changes the input of {@code command}. */
        public <I> Builder before(Command<I, ?> command, Customization<I> customization) {
            return add(before, "before", command.type(), new Step<>(command.input(), customization));
        }

        /** Changes every output of {@code command}. */
        public <O> Builder after(Command<?, O> command, Customization<O> customization) {
            return add(after, "after", command.type(), new Step<>(command.output(), customization));
        }

        /** Answers what the connector asks for by {@code context.customizedOperation(id, input)}. */
        public Builder operation(String id, Customization<JsonValue> customization) {
            var codec = Command.of("custom:operation", JsonValue.class, JsonValue.class)
                    .input();
            return add(operations, "operation", id, new Step<>(codec, customization));
        }

        private <S> Builder add(Map<String, S> steps, String kind, String name, S step) {
            if (steps.putIfAbsent(requireNonNull(name, "name"), requireNonNull(step)) != null) {
                throw new IllegalArgumentException("%s(%s) is defined twice; keep one".formatted(kind, name));
            }
            return this;
        }

        /** Returns the customizer. */
        public Customizer build() {
            return new Customizer(this);
        }
    }
}
