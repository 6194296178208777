package dev.connectorkit.cli.connector;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value that is a JSON object, as it stands or in a file named by {@code @file}. */
public final class JsonArgument implements ITypeConverter<JsonObject> {
    @Override
    public JsonObject convert(String value) {
        try {
            var json = Json.parse(value.startsWith("@") ? read(value.substring(1)) : value);
            if (json instanceof JsonObject object) {
                return object;
            }
            throw new TypeConversionException("must be a JSON object, but is " + Json.describe(json));
        } catch (JsonSyntaxException e) {
            throw new TypeConversionException("is not JSON: " + e.getMessage());
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new TypeConversionException("the file `" + file + "` cannot be read");
        }
    }
}
