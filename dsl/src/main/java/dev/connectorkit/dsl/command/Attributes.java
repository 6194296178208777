package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Attribute values by name, in order: text, booleans, whole numbers, null, and lists of these, as the platform takes
 * them.
 *
 * <p>The platform sends one value of a multi-valued attribute as plain text and several as an array; {@link #texts}
 * reads either. Immutable; safe to share. Made for the dozens of attributes that an account has: a lookup compares names
 * one by one.
 */
public final class Attributes extends AbstractMap<String, @Nullable Object> {
    private static final Attributes EMPTY = new Attributes(new Object[0]);

    // Name, value, name, value …: an aggregation makes millions of these, and a hash table each would be most of the
    // work.
    private final @Nullable Object[] members;

    private Attributes(@Nullable Object[] members) {
        this.members = members;
    }

    /** Returns no attributes. */
    public static Attributes empty() {
        return EMPTY;
    }

    /** Returns a builder, the cheapest way to many attributes. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a copy of {@code values}, lists included.
     *
     * @throws IllegalArgumentException if a value is none that JSON knows; the message names the attribute
     */
    public static Attributes of(Map<String, ? extends @Nullable Object> values) {
        if (values instanceof Attributes attributes) {
            return attributes;
        }
        @Nullable Object[] members = new @Nullable Object[2 * values.size()];
        var at = 0;
        for (var member : values.entrySet()) {
            var name = requireNonNull(member.getKey(), "attribute");
            members[at++] = name;
            members[at++] = AttributeValues.frozen(name, member.getValue());
        }
        return new Attributes(members);
    }

    /**
     * Reads attributes from a JSON object.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if the JSON is no object
     */
    public static Attributes fromJson(JsonValue json) {
        var object = Members.object(json, "`attributes`");
        @Nullable Object[] members = new @Nullable Object[2 * object.size()];
        var at = 0;
        for (var member : object.entrySet()) {
            members[at++] = member.getKey();
            members[at++] = Json.toPlain(member.getValue());
        }
        return new Attributes(members);
    }

    /**
     * Returns these attributes with one set; null is a value too, and clears a single-valued attribute.
     *
     * @throws IllegalArgumentException if the value is none that JSON knows; the message names the attribute
     */
    public Attributes with(String name, @Nullable Object value) {
        requireNonNull(name, "name");
        var frozen = AttributeValues.frozen(name, value);
        var at = find(members, members.length, name);
        @Nullable Object[] copy = Arrays.copyOf(members, at < 0 ? members.length + 2 : members.length);
        if (at < 0) {
            at = members.length;
            copy[at] = name;
        }
        copy[at + 1] = frozen;
        return new Attributes(copy);
    }

    /** Returns these attributes without one. */
    public Attributes without(String name) {
        var at = find(members, members.length, name);
        if (at < 0) {
            return this;
        }
        @Nullable Object[] copy = new @Nullable Object[members.length - 2];
        System.arraycopy(members, 0, copy, 0, at);
        System.arraycopy(members, at + 2, copy, at, copy.length - at);
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

    /**
     * Returns an attribute's value as {@link #text} does.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if it is absent, null or blank
     */
    public String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isBlank()) {
            throw ConnectorException.invalidRequest("the attribute `" + name + "` is required");
        }
        return text;
    }

    /** Returns an attribute's values as texts, whether it holds one value, several, or (an empty list) none. */
    public List<String> texts(String name) {
        return AttributeValues.texts(get(name));
    }

    /** Returns an attribute's values, whether it holds one value, several, or (an empty list) none. */
    public List<@Nullable Object> values(String name) {
        return AttributeValues.list(get(name));
    }

    /**
     * Returns these attributes in the shape that a schema declares: a list for each that holds several values, the bare
     * value for each other, and numbers and booleans, which the platform may send as text, as such. Attributes that the
     * schema lacks stay as they are.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if an attribute of one value is
     *     given several, or one that is not of its type; the message names it
     */
    public Attributes shapedBy(Schema schema) {
        @Nullable Object[] copy = members.clone();
        for (var at = 0; at < copy.length; at += 2) {
            var declared = schema.attribute(nameAt(at));
            if (declared != null) {
                copy[at + 1] = AttributeChange.set(nameAt(at), copy[at + 1]).applyTo(null, declared);
            }
        }
        return new Attributes(copy);
    }

    /**
     * Returns these attributes if a schema declares each of them.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} that names those it does not
     */
    public Attributes onlyOf(Schema schema) {
        var unknown = keySet().stream()
                .filter(name -> schema.attribute(name) == null)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw ConnectorException.invalidRequest("the schema has no attribute " + unknown);
        }
        return this;
    }

    /**
     * Returns these attributes with the escapes in their texts replaced by the characters they stand for:
     * <code>&#92;x41</code>, <code>&#92;u0041</code>, <code>&#92;u{1F600}</code> and <code>&amp;#x41;</code>, as
     * some sources send them. What is no whole escape, or names no character, stays as it is.
     */
    public Attributes unescaped() {
        @Nullable Object[] copy = members.clone();
        for (var at = 1; at < copy.length; at += 2) {
            copy[at] = Escapes.replaced(copy[at]);
        }
        return new Attributes(copy);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        var at = find(members, members.length, name);
        return at < 0 ? null : members[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(members, members.length, name) >= 0;
    }

    @Override
    public int size() {
        return members.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (var at = 0; at < members.length; at += 2) {
            action.accept(nameAt(at), members[at + 1]);
        }
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    void writeTo(JsonGenerator out) {
        out.writeStartObject();
        for (var at = 0; at < members.length; at += 2) {
            out.writeKey(nameAt(at));
            Json.writePlain(out, members[at + 1]);
        }
        out.writeEnd();
    }

    /** Returns these attributes as a JSON object. */
    public JsonObject toJson() {
        return Json.toObject(this::writeTo);
    }

    private String nameAt(int at) {
        return (String) requireNonNull(members[at]);
    }

    private static int find(@Nullable Object[] members, int end, @Nullable Object name) {
        for (var at = 0; at < end; at += 2) {
            var candidate = members[at];
            if (candidate == name || (candidate != null && candidate.equals(name))) {
                return at;
            }
        }
        return -1;
    }

    /** Collects attributes. Not safe for concurrent use. */
    public static final class Builder {
        private static final int USUAL = 24;

        private @Nullable Object[] members = new @Nullable Object[USUAL];
        private int end;

        private Builder() {}

        /**
         * Sets one attribute, in place of what was set under its name before.
         *
         * @throws IllegalArgumentException if the value is none that JSON knows; the message names the attribute
         */
        public Builder set(String name, @Nullable Object value) {
            requireNonNull(name, "name");
            var at = find(members, end, name);
            if (at < 0) {
                if (end == members.length) {
                    members = Arrays.copyOf(members, 2 * end);
                }
                at = end;
                members[at] = name;
                end += 2;
            }
            members[at + 1] = AttributeValues.frozen(name, value);
            return this;
        }

        /** Returns what was set; the builder may go on. */
        public Attributes build() {
            return end == 0 ? EMPTY : new Attributes(Arrays.copyOf(members, end));
        }
    }

    private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {
        @Override
        public int size() {
            return Attributes.this.size();
        }

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int at;

                @Override
                public boolean hasNext() {
                    return at < members.length;
                }

                @Override
                public Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Entry<String, @Nullable Object> entry = new SimpleImmutableEntry<>(nameAt(at), members[at + 1]);
                    at += 2;
                    return entry;
                }
            };
        }
    }
}
