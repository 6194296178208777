package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * One invocation as the platform sends it.
 *
 * @param type the command's type, such as {@code std:account:list}
 * @param input the command's input
 * @param config the source's configuration
 */
public record CommandRequest(String type, JsonObject input, JsonObject config) {

    /** Checks that nothing is null. */
    public CommandRequest {
        requireNonNull(type, "type");
        requireNonNull(input, "input");
        requireNonNull(config, "config");
    }

    /** Returns the request that sends {@code input} to {@code command}. */
    public static <I> CommandRequest of(Command<I, ?> command, I input, JsonObject config) {
        var json = Json.toValue(out -> command.input().write(input, out));
        return new CommandRequest(
                command.type(), json instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT, config);
    }

    /** Returns the body of the request on the wire. */
    public JsonObject toJson() {
        return Json.object()
                .add("type", type)
                .add("input", input)
                .add("config", config)
                .build();
    }
}
