package dev.connectorkit.filter.internal.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;

/** Answers in the short form that tables of expected answers use: {@code T}, {@code F}, {@code X}, {@code parse@3}. */
final class SdkAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SdkAnswers() {}

    static String answer(String expression, String data) {
        return answer(expression, object(data));
    }

    static String answer(String expression, Map<String, Object> data) {
        try {
            return SdkProgram.parse(expression).matches(data) ? "T" : "F";
        } catch (SdkSyntaxException e) {
            return "parse@" + e.position();
        } catch (SdkTypeException e) {
            return "X";
        }
    }

    @SuppressWarnings("unchecked") // A JSON object has names for keys.
    static Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
