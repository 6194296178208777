package dev.connectorkit.dsl.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Java objects to JSON and back by Jackson's data binding, which is loaded only where this class is used. */
public final class Mapping {
    private static final ObjectMapper MAPPER = JsonMapper.builder(Json.factory())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .findAndAddModules()
            .build();

    private Mapping() {}

    /**
     * Reads {@code json} as a {@code type}.
     *
     * @throws IllegalArgumentException if it does not fit; the message names the member and holds no value
     * @throws IllegalStateException if nothing fits, since Jackson cannot make a {@code type}; the message says why
     */
    public static <T> T read(JsonValue json, Class<T> type) {
        try {
            return MAPPER.readValue(Json.toBytes(out -> out.write(json)), type);
        } catch (InvalidDefinitionException e) {
            throw new IllegalStateException(explain(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(explain(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes {@code value} as JSON.
     *
     * @throws IllegalArgumentException if it has no JSON form; the message names its class
     */
    public static JsonValue write(Object value) {
        try {
            return Json.parse(MAPPER.writeValueAsBytes(value));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(
                    "a %s has no JSON form: it holds NaN, an infinity, or more than can be read again"
                            .formatted(value.getClass().getName()),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a %s has no JSON form: %s".formatted(value.getClass().getName(), explain(e)), e);
        }
    }

    private static String explain(JsonProcessingException e) {
        if (e instanceof InvalidDefinitionException definition) {
            var type = definition.getType().getRawClass();
            return "Jackson cannot map %s; %s".formatted(type.getName(), remedy(type));
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            return "`" + path + "` does not fit";
        }
        return e.getClass().getSimpleName();
    }

    private static String remedy(Class<?> type) {
        var isKotlin = Arrays.stream(type.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals("kotlin.Metadata"));
        return isKotlin && !type.isRecord()
                ? "mark the data class @JvmRecord, or add jackson-module-kotlin"
                : "a module must open its package to com.fasterxml.jackson.databind";
    }
}
