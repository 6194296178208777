package dev.connectorkit.dsl.internal.json;

import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON values one after another, with nothing between them, to one stream and by one generator. Not safe for
 * concurrent use.
 */
public final class ValueWriter {
    private final OutputStream out;
    private com.fasterxml.jackson.core.@Nullable JsonGenerator jackson;
    private @Nullable JacksonGenerator generator;

    /** Writes to {@code out}, which stays the caller's to close. */
    public ValueWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes one value. If that fails, the stream may hold a part of it, and the next value is written as if nothing had
     * happened.
     *
     * @throws JsonGenerationException if what {@code write} does is not exactly one JSON value
     */
    public <T> void write(T value, BiConsumer<T, JsonGenerator> write) {
        boolean written = false;
        try {
            var target = jackson();
            var context = target.getOutputContext();
            int before = context.getEntryCount();
            write.accept(value, adapter(target));
            if (target.getOutputContext() != context || context.getEntryCount() != before + 1) {
                throw new JsonGenerationException("it does not write itself as exactly one JSON value");
            }
            target.flush();
            written = true;
        } catch (IOException e) {
            throw new JsonGenerationException(e.getMessage(), e);
        } finally {
            if (!written) {
                close();
            }
        }
    }

    private com.fasterxml.jackson.core.JsonGenerator jackson() throws IOException {
        if (jackson == null) {
            jackson = Json.factory().createGenerator(out).setRootValueSeparator(null);
        }
        return jackson;
    }

    private JacksonGenerator adapter(com.fasterxml.jackson.core.JsonGenerator target) {
        if (generator == null) {
            generator = new JacksonGenerator(target, new FieldNames());
        }
        return generator;
    }

    /** Lets go of the generator and its buffers; the next value gets a new one. */
    public void close() {
        try {
            if (jackson != null) {
                jackson.close();
            }
        } catch (IOException e) {
            throw new JsonGenerationException(e.getMessage(), e);
        } finally {
            jackson = null;
            generator = null;
        }
    }
}
