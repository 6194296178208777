package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A connector ready to be asked, with the configuration of its source. Immutable; every {@code with…} returns a new value.
 *
 * <pre>{@code
 * var run = Invocation.through(driver)
 *     .withConfig("filterString", "( type == \"Contractor\" )")
 *     .run(ACCOUNT_LIST, AccountListInput.full());
 * }</pre>
 */
public final class Invocation {
    private final Driver driver;
    private final JsonObject config;

    private Invocation(Driver driver, JsonObject config) {
        this.driver = driver;
        this.config = config;
    }

    /** Returns an invocation that sends commands through a driver, with an empty configuration. */
    public static Invocation through(Driver driver) {
        return new Invocation(requireNonNull(driver, "driver"), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns this invocation with another configuration. */
    public Invocation withConfig(JsonObject config) {
        return new Invocation(driver, requireNonNull(config, "config"));
    }

    /** Returns this invocation with one more member in its configuration: text, a number, a boolean, lists and maps of these. */
    public Invocation withConfig(String key, @Nullable Object value) {
        return new Invocation(driver, with(config, key, value));
    }

    /** Returns this invocation with a value that a data store saved before, below {@code connectorAttributes}. */
    public Invocation withStored(String key, @Nullable Object value) {
        var stored =
                config.get("connectorAttributes") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return withConfig("connectorAttributes", with(stored, key, value));
    }

    private static JsonObject with(JsonObject object, String key, @Nullable Object value) {
        var builder = Json.object();
        object.forEach(builder::add);
        return builder.add(key, Json.toValue(out -> Json.writePlain(out, value)))
                .build();
    }

    /** Returns the configuration. */
    public JsonObject config() {
        return config;
    }

    /** Runs a command. A failure of the connector is part of what is returned, not thrown. */
    public <I, O> CommandRun<O> run(Command<I, O> command, I input) {
        return new CommandRun<>(
                command, driver.execute(CommandRequest.of(command, input).withConfig(config)));
    }
}
