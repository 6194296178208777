package dev.connectorkit.dsl.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON between bytes, JSON-P values and plain Java values. Stateless; safe to share. */
public final class Json {
    /** Objects and arrays inside one another that are read; enough for any command, too few for any stack. */
    public static final int MAX_DEPTH = 200;

    // Looked up once: every static call of jakarta.json.Json searches the class path again.
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    /** Returns the JSON-P provider that every value of this project comes from. */
    public static JsonProvider provider() {
        return PROVIDER;
    }

    /** Returns the Jackson factory that reads and writes bytes. */
    public static JsonFactory factory() {
        return FACTORY;
    }

    /** Returns a builder of an object. */
    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** Returns a builder of an array. */
    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** Returns a JSON string. */
    public static JsonString text(String value) {
        return PROVIDER.createValue(value);
    }

    /**
     * Reads one JSON value and nothing after it.
     *
     * @throws JsonSyntaxException if the text is no JSON, has a member twice, or is nested deeper than
     *     {@link #MAX_DEPTH}; the message names line and column
     */
    public static JsonValue parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one JSON value and nothing after it, as {@link #parse(String)} does. */
    public static JsonValue parse(byte[] json) {
        try {
            return parse(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one JSON value and nothing after it, as {@link #parse(String)} does.
     *
     * @throws IOException if reading {@code in} fails
     */
    public static JsonValue parse(InputStream in) throws IOException {
        try (var parser = FACTORY.createParser(in)) {
            if (parser.nextToken() == null) {
                throw new JsonSyntaxException("the text is empty", 1, 1);
            }
            var value = read(parser);
            if (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                throw new JsonSyntaxException("there is more after the value's end", at.getLineNr(), at.getColumnNr());
            }
            return value;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new JsonSyntaxException(
                    withoutText(e.getOriginalMessage()),
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr());
        }
    }

    /** Jackson quotes words and numbers that it cannot read, and those may be secrets. */
    private static String withoutText(String message) {
        if (message.startsWith("Unrecognized token")) {
            return "text in quotes, a number, true, false, null, an object or an array was expected";
        }
        return message.toLowerCase(Locale.ROOT).contains("numeric value") ? "a number cannot be read" : message;
    }

    private static JsonValue read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var builder = object();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    builder.add(name, read(parser));
                }
                yield builder.build();
            }
            case START_ARRAY -> {
                var builder = array();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    builder.add(read(parser));
                }
                yield builder.build();
            }
            case VALUE_STRING -> PROVIDER.createValue(parser.getText());
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? PROVIDER.createValue(parser.getBigIntegerValue())
                        : PROVIDER.createValue(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> PROVIDER.createValue(parser.getDecimalValue());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    /** Returns the bytes of what {@code writer} writes. */
    public static byte[] toBytes(Consumer<JsonGenerator> writer) {
        var bytes = new ByteArrayOutputStream(512);
        try (var jackson = FACTORY.createGenerator(bytes)) {
            writer.accept(new JacksonGenerator(jackson));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the JSON text of {@code value}, on one line. */
    public static String toText(JsonValue value) {
        return new String(toBytes(out -> out.write(value)), StandardCharsets.UTF_8);
    }

    /** Returns what {@code writer} writes, which must be one value. */
    public static JsonValue toValue(Consumer<JsonGenerator> writer) {
        return parse(toBytes(writer));
    }

    /** Returns what {@code writer} writes, which must be one object. */
    public static JsonObject toObject(Consumer<JsonGenerator> writer) {
        return toValue(writer).asJsonObject();
    }

    /** Returns in words what kind of JSON value it is, for error messages that must not show the value itself. */
    public static String describe(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "text";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "a boolean";
            case NULL -> "null";
        };
    }

    /**
     * Returns the plain Java value: text as String, whole numbers as Long or BigInteger, others as BigDecimal, arrays as
     * unmodifiable lists, objects as unmodifiable maps in member order.
     */
    public static @Nullable Object toPlain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> toPlainMap((JsonObject) value);
            case ARRAY -> toPlainList((JsonArray) value);
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> toPlainNumber((JsonNumber) value);
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Number toPlainNumber(JsonNumber number) {
        if (!number.isIntegral()) {
            return number.bigDecimalValue();
        }
        var whole = number.bigIntegerValueExact();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    private static List<@Nullable Object> toPlainList(JsonArray array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        for (var element : array) {
            list.add(toPlain(element));
        }
        return Collections.unmodifiableList(list);
    }

    /** Returns the plain Java values of an object's members, as {@link #toPlain} does. */
    public static Map<String, @Nullable Object> toPlainMap(JsonObject object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (var member : object.entrySet()) {
            map.put(member.getKey(), toPlain(member.getValue()));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Writes a plain Java value: text, boolean, number, null, JSON-P value, collection, or map with text keys.
     *
     * @throws IllegalArgumentException if the value, or one inside it, has no JSON form; the message names its class
     */
    public static void writePlain(JsonGenerator out, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.write(text);
        } else if (value instanceof Boolean flag) {
            out.write(flag);
        } else if (value instanceof Number number) {
            writeNumber(out, number);
        } else if (value instanceof JsonValue json) {
            out.write(json);
        } else if (value instanceof Collection<?> elements) {
            out.writeStartArray();
            for (var element : elements) {
                writePlain(out, element);
            }
            out.writeEnd();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (var member : map.entrySet()) {
                if (!(member.getKey() instanceof String name)) {
                    throw new IllegalArgumentException("a map with a key that is no text has no JSON form");
                }
                out.writeKey(name);
                writePlain(out, member.getValue());
            }
            out.writeEnd();
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getName()
                    + " has no JSON form: use text, a boolean, a number, null, or lists and maps of these");
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.write(number.longValue());
        } else if (number instanceof BigInteger whole) {
            out.write(whole);
        } else if (number instanceof BigDecimal decimal) {
            out.write(decimal);
        } else if (number instanceof Float single) {
            if (single.isNaN() || single.isInfinite()) {
                throw new IllegalArgumentException("JSON has no " + single);
            }
            out.write(new BigDecimal(single.toString()));
        } else {
            var value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("JSON has no " + value);
            }
            out.write(value);
        }
    }
}
