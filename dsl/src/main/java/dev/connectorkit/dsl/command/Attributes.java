package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attribute values by name, in order: text, booleans, whole numbers, null, and lists of these, as the platform takes
 * them.
 *
 * <p>The platform sends one value of a multi-valued attribute as plain text and several as an array; {@link #texts}
 * reads either. Immutable; safe to share.
 */
public final class Attributes extends AbstractMap<String, @Nullable Object> {
    private static final Attributes EMPTY = new Attributes(Map.of());

    private final Map<String, @Nullable Object> values;

    private Attributes(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Returns no attributes. */
    public static Attributes empty() {
        return EMPTY;
    }

    /** Returns a copy of {@code values}, lists included. */
    public static Attributes of(Map<String, ? extends @Nullable Object> values) {
        if (values instanceof Attributes attributes) {
            return attributes;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, frozen(value)));
        return new Attributes(copy);
    }

    /**
     * Reads attributes from a JSON object.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if the JSON is no object
     */
    public static Attributes fromJson(JsonValue json) {
        return new Attributes(Json.toPlainMap(Members.object(json, "`attributes`")));
    }

    static @Nullable Object frozen(@Nullable Object value) {
        if (value instanceof JsonValue json) {
            return Json.toPlain(json);
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            for (var element : elements) {
                copy.add(frozen(element));
            }
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /** Returns these attributes with one set; null is a value too, and clears a single-valued attribute. */
    public Attributes with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(name, frozen(value));
        return new Attributes(copy);
    }

    /** Returns these attributes without one. */
    public Attributes without(String name) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.remove(name);
        return new Attributes(copy);
    }

    /**
     * Returns an attribute's value as text, or null if it is absent or null. Numbers and booleans are spelled out; of
     * several values the first is taken.
     */
    public @Nullable String text(String name) {
        var texts = texts(name);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** Returns an attribute's values as texts, whether it holds one value, several, or (an empty list) none. */
    public List<String> texts(String name) {
        return AttributeValues.texts(values.get(name));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return values.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return values.containsKey(name);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> view = Collections.unmodifiableMap(values);
        return view.entrySet();
    }

    void writeTo(JsonGenerator out) {
        out.writeStartObject();
        for (var attribute : values.entrySet()) {
            out.writeKey(attribute.getKey());
            Json.writePlain(out, attribute.getValue());
        }
        out.writeEnd();
    }

    /** Returns these attributes as a JSON object. */
    public JsonObject toJson() {
        return Json.toObject(this::writeTo);
    }
}
