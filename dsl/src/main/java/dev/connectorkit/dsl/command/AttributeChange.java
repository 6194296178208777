package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of an account update.
 *
 * <p>The platform sends one value of {@code Add} and {@code Remove} as plain text and several as an array;
 * {@link #values()} reads either.
 *
 * @param op what to do with the values
 * @param attribute the attribute's name
 * @param value one plain Java value or a list of them; null where there is none
 * @param metadata anything the platform adds
 */
public record AttributeChange(
        Op op,
        String attribute,
        @Nullable Object value,
        @Nullable JsonObject metadata) implements JsonWritable {

    /** What to do with the values of a change. */
    public enum Op {
        /** Add to the values that are there. */
        ADD("Add"),
        /** Replace the values that are there. */
        SET("Set"),
        /** Take away from the values that are there; a single-valued attribute becomes null. */
        REMOVE("Remove");

        private final String wireName;

        Op(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the operation as it stands on the wire: {@code Add}, {@code Set} or {@code Remove}. */
        public String wireName() {
            return wireName;
        }
    }

    /** Checks and copies. */
    public AttributeChange {
        requireNonNull(op, "op");
        requireNonNull(attribute, "attribute");
        value = AttributeValues.frozen(attribute, value);
    }

    /** Returns a change that adds {@code value}, one or a list. */
    public static AttributeChange add(String attribute, Object value) {
        return new AttributeChange(Op.ADD, attribute, value, null);
    }

    /** Returns a change that sets {@code value}, one or a list. */
    public static AttributeChange set(String attribute, @Nullable Object value) {
        return new AttributeChange(Op.SET, attribute, value, null);
    }

    /** Returns a change that removes {@code value}, one or a list. */
    public static AttributeChange remove(String attribute, @Nullable Object value) {
        return new AttributeChange(Op.REMOVE, attribute, value, null);
    }

    /** Reads a change. */
    public static AttributeChange fromJson(JsonValue json) {
        var object = Members.object(json, "an element of `changes`");
        return new AttributeChange(
                op(Members.requiredText(object, "changes", "op")),
                Members.requiredText(object, "changes", "attribute"),
                Members.plain(object, "value"),
                Members.optionalObject(object, "metadata"));
    }

    private static Op op(String wireName) {
        for (var op : Op.values()) {
            if (op.wireName.equals(wireName)) {
                return op;
            }
        }
        throw ConnectorException.invalidRequest("`changes.op` must be Add, Set or Remove, but is `" + wireName + "`");
    }

    /** Returns the values, whether there is one, several, or (an empty list) none. */
    public List<@Nullable Object> values() {
        return AttributeValues.list(value);
    }

    /** Returns the values as texts, numbers and booleans spelled out. */
    public List<String> texts() {
        return AttributeValues.texts(value);
    }

    /**
     * Returns an attribute's value after this change. Adding what is there and removing what is not change nothing; the
     * order of values stays; {@code 1} and {@code "1"} are one value, since the platform sends numbers as text.
     *
     * <ul>
     *   <li>Several values: add, set and remove work on a list, which is empty where nothing is left. Removing without a
     *       value empties it.
     *   <li>One value: add and set replace it, and removing makes it null.
     * </ul>
     *
     * @param current the value before, one or a list; null where there is none
     * @param multi whether the attribute holds several values
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if several values are added to
     *     an attribute of one, or set on it
     */
    public @Nullable Object applyTo(@Nullable Object current, boolean multi) {
        return multi ? AttributeValues.changed(op, AttributeValues.list(current), values()) : single();
    }

    /**
     * Returns an attribute's value after this change, as {@link #applyTo(Object, boolean)} does, with the values of the
     * type that the schema declares: the platform may send a number or a boolean as text.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if several values are added to
     *     an attribute of one, or a value is not of the attribute's type
     */
    public @Nullable Object applyTo(@Nullable Object current, SchemaAttribute declared) {
        var typed = new AttributeChange(op, attribute, DeclaredTypes.converted(value, declared), metadata);
        return typed.applyTo(current, declared.isMulti());
    }

    boolean isOfSeveral() {
        return values().size() > 1;
    }

    private @Nullable Object single() {
        var values = values();
        if (op == Op.REMOVE || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw ConnectorException.invalidRequest(
                    "attribute `%s` holds one value, but is given %d".formatted(attribute, values.size()));
        }
        return values.get(0);
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("op", op.wireName).write("attribute", attribute);
        if (value != null) {
            out.writeKey("value");
            Json.writePlain(out, value);
        }
        ObjectMembers.writeIfPresent(out, "metadata", metadata);
        out.writeEnd();
    }
}
