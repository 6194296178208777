package dev.connectorkit.cli.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects as the maps that filters take. */
final class JsonObjects {
    static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final ObjectReader OBJECT = JSON.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    private JsonObjects() {}

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException if the text is none; the message tells why and where
     */
    static Map<String, @Nullable Object> parse(String text) {
        Map<String, @Nullable Object> object;
        try {
            object = OBJECT.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(problem(e), e);
        }
        if (object == null) {
            throw new IllegalArgumentException("expected a JSON object, but got null");
        }
        return object;
    }

    /** Returns what is wrong, and in which column of the line. */
    static String problem(JsonProcessingException exception) {
        var location = exception.getLocation();
        String message = exception.getOriginalMessage();
        return location == null ? message : "column " + location.getColumnNr() + ": " + message;
    }
}
