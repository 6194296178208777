package dev.connectorkit.dsl.internal.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * JSON-P's generator over Jackson's, so that values written in JSON-P's vocabulary go straight into Jackson's buffer.
 * Integers and decimals of any size keep every digit.
 */
public final class JacksonGenerator implements JsonGenerator {
    private final com.fasterxml.jackson.core.JsonGenerator out;
    private final @Nullable FieldNames names;

    /** Writes to {@code out}, which stays the caller's to close. */
    public JacksonGenerator(com.fasterxml.jackson.core.JsonGenerator out) {
        this(out, null);
    }

    /** Writes to {@code out}, which stays the caller's to close, with names that are likely to come again. */
    JacksonGenerator(com.fasterxml.jackson.core.JsonGenerator out, @Nullable FieldNames names) {
        this.out = out;
        this.names = names;
    }

    private static JsonGenerationException failed(IOException e) {
        return new JsonGenerationException(e.getMessage(), e);
    }

    @Override
    public JsonGenerator writeStartObject() {
        try {
            out.writeStartObject();
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator writeStartObject(String name) {
        return writeKey(name).writeStartObject();
    }

    @Override
    public JsonGenerator writeKey(String name) {
        try {
            var encoded = names == null ? null : names.encoded(name);
            if (encoded == null) {
                out.writeFieldName(name);
            } else {
                out.writeFieldName(encoded);
            }
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator writeStartArray() {
        try {
            out.writeStartArray();
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator writeStartArray(String name) {
        return writeKey(name).writeStartArray();
    }

    @Override
    public JsonGenerator write(String name, JsonValue value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, String value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, BigInteger value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, BigDecimal value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, int value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, long value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, double value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, boolean value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator writeNull(String name) {
        return writeKey(name).writeNull();
    }

    @Override
    public JsonGenerator writeEnd() {
        try {
            if (out.getOutputContext().inObject()) {
                out.writeEndObject();
            } else {
                out.writeEndArray();
            }
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                writeStartObject();
                for (var member : ((JsonObject) value).entrySet()) {
                    write(member.getKey(), member.getValue());
                }
                writeEnd();
            }
            case ARRAY -> {
                writeStartArray();
                for (var element : (JsonArray) value) {
                    write(element);
                }
                writeEnd();
            }
            case STRING -> write(((JsonString) value).getString());
            case NUMBER -> writeNumber((JsonNumber) value);
            case TRUE -> write(true);
            case FALSE -> write(false);
            case NULL -> writeNull();
        }
        return this;
    }

    private void writeNumber(JsonNumber number) {
        if (number.isIntegral()) {
            write(number.bigIntegerValueExact());
        } else {
            write(number.bigDecimalValue());
        }
    }

    @Override
    public JsonGenerator write(String value) {
        try {
            out.writeString(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(BigDecimal value) {
        try {
            out.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(BigInteger value) {
        try {
            out.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(int value) {
        try {
            out.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(long value) {
        try {
            out.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new NumberFormatException("JSON has no " + value);
        }
        try {
            out.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator write(boolean value) {
        try {
            out.writeBoolean(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonGenerator writeNull() {
        try {
            out.writeNull();
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
