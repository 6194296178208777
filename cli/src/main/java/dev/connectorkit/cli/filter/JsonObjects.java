package dev.connectorkit.cli.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects as the maps that filters take. */
final class JsonObjects {
    static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final ObjectReader OBJECT = JSON.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    // Every escape is matched, so that the backslash of one is never taken for the beginning of another.
    private static final Pattern SURROGATE = Pattern.compile("\\\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})|.)");

    private JsonObjects() {}

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException if the text is none; the message tells why and where
     */
    static Map<String, @Nullable Object> parse(String text) {
        Map<String, @Nullable Object> object;
        try {
            object = OBJECT.readValue(withPlainSurrogates(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(problem(e), e);
        }
        if (object == null) {
            throw new IllegalArgumentException("expected a JSON object, but got null");
        }
        return object;
    }

    /**
     * Returns the same JSON with surrogates themselves in place of their escapes. Jackson refuses the escape of half a
     * character in a name, though not the half itself; a name may hold one, as whoever records from JavaScript knows.
     */
    static String withPlainSurrogates(String json) {
        return SURROGATE
                .matcher(json)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group()
                                : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** Returns what is wrong, and in which column of the line. */
    static String problem(JsonProcessingException exception) {
        var location = exception.getLocation();
        String message = exception.getOriginalMessage();
        return location == null ? message : "column " + location.getColumnNr() + ": " + message;
    }
}
