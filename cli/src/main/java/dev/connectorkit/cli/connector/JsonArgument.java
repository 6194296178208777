package dev.connectorkit.cli.connector;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A JSON object on a command line: the text itself, or the name of a file after an {@code @}. */
public record JsonArgument(String text, JsonObject json) {

    /** Converts an option's value; a mistake in it is one of the command line. */
    public static final class Converter implements ITypeConverter<JsonArgument> {
        @Override
        public JsonArgument convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Returns the argument that was not given: an empty object. */
    public static JsonArgument none() {
        return new JsonArgument("", JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * Reads an argument.
     *
     * @throws IllegalArgumentException if the text or the file is no JSON object; the message holds no value of it
     */
    public static JsonArgument parse(String text) {
        return text.startsWith("@")
                ? new JsonArgument(text, read(Path.of(text.substring(1))))
                : new JsonArgument(text, object(text, "the text"));
    }

    /** Returns whether the argument names a file. */
    public boolean isFile() {
        return text.startsWith("@");
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read or is no JSON object
     */
    public static JsonObject read(Path file) {
        try {
            return object(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file %s".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e));
        }
    }

    private static JsonObject object(String text, String where) {
        JsonValue json;
        try {
            json = Json.parse(text);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("%s is no JSON: %s".formatted(where, e.getMessage()));
        }
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("%s must be a JSON object, but is %s".formatted(where, Json.describe(json)));
    }
}
