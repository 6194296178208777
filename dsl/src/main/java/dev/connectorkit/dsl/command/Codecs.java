package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.Mapping;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Codecs for the types of this package, for JSON-P values, and for whatever Jackson can map. */
final class Codecs {
    private Codecs() {}

    static <T extends JsonWritable> Codec<T> of(Class<T> type, Function<JsonValue, T> reader) {
        return new WritableCodec<>(type, reader);
    }

    static <T> Codec<T> of(Class<T> type, Function<JsonValue, T> reader, BiConsumer<T, JsonGenerator> writer) {
        return new FunctionCodec<>(type, reader, writer);
    }

    static <T> Codec<T> of(Class<T> type) {
        return JsonValue.class.isAssignableFrom(type) ? new ValueCodec<>(type) : new MappedCodec<>(type);
    }

    private record WritableCodec<T extends JsonWritable>(Class<T> type, Function<JsonValue, T> reader)
            implements Codec<T> {
        @Override
        public T read(JsonValue json) {
            return reader.apply(json);
        }

        @Override
        public void write(T value, JsonGenerator out) {
            value.writeTo(out);
        }
    }

    private record FunctionCodec<T>(Class<T> type, Function<JsonValue, T> reader, BiConsumer<T, JsonGenerator> writer)
            implements Codec<T> {
        @Override
        public T read(JsonValue json) {
            return reader.apply(json);
        }

        @Override
        public void write(T value, JsonGenerator out) {
            writer.accept(value, out);
        }
    }

    private record ValueCodec<T>(Class<T> type) implements Codec<T> {
        @Override
        public T read(JsonValue json) {
            if (!type.isInstance(json)) {
                throw ConnectorException.invalidRequest(
                        "a %s was expected, but there is %s".formatted(type.getSimpleName(), Json.describe(json)));
            }
            return type.cast(json);
        }

        @Override
        public void write(T value, JsonGenerator out) {
            out.write((JsonValue) value);
        }
    }

    private record MappedCodec<T>(Class<T> type) implements Codec<T> {
        @Override
        public T read(JsonValue json) {
            try {
                return Mapping.read(json, type);
            } catch (IllegalArgumentException e) {
                throw new ConnectorException(
                        ConnectorException.Type.INVALID_REQUEST,
                        "the JSON is no %s: %s".formatted(type.getSimpleName(), e.getMessage()),
                        e);
            }
        }

        @Override
        public void write(T value, JsonGenerator out) {
            out.write(Mapping.write(value));
        }
    }

    /** The input of commands that take none: an object whose members are nobody's business. */
    static final Codec<JsonObject> NOTHING = of(JsonObject.class, Members::input, (value, out) -> out.write(value));
}
