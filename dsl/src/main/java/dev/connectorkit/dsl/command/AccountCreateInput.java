package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account to create. The text form of this value names the attributes and leaves their values out, since one of them
 * may be the first password.
 *
 * @param identity the account's name on the source, where the platform knows it
 * @param attributes what the create template filled in; several values as a list, a single one bare
 * @param attributesWithMetadata the same values with what the platform knows about them, where it sends it
 * @param schema the account schema as the platform knows it
 */
public record AccountCreateInput(
        @Nullable String identity,
        Attributes attributes,
        List<AttributeWithMetadata> attributesWithMetadata,
        @Nullable JsonObject schema)
        implements JsonWritable {

    /**
     * A value and what the platform knows about it.
     *
     * @param attribute the attribute's name
     * @param value a plain Java value, as in {@link Attributes}
     * @param metadata anything the platform adds
     */
    public record AttributeWithMetadata(
            String attribute,
            @Nullable Object value,
            @Nullable JsonObject metadata) implements JsonWritable {
        /** Checks that the name is there. */
        public AttributeWithMetadata {
            requireNonNull(attribute, "attribute");
        }

        static AttributeWithMetadata fromJson(JsonValue json) {
            var object = Members.object(json, "an element of `attributesWithMetadata`");
            return new AttributeWithMetadata(
                    Members.requiredText(object, "attributesWithMetadata", "attribute"),
                    Members.plain(object, "value"),
                    Members.optionalObject(object, "metadata"));
        }

        @Override
        public void writeTo(JsonGenerator out) {
            out.writeStartObject().write("attribute", attribute).writeKey("value");
            Json.writePlain(out, value);
            ObjectMembers.writeIfPresent(out, "metadata", metadata);
            out.writeEnd();
        }
    }

    /** Checks and copies. */
    public AccountCreateInput {
        requireNonNull(attributes, "attributes");
        attributesWithMetadata = List.copyOf(attributesWithMetadata);
    }

    /** Returns the input that creates an account with these attributes. */
    public static AccountCreateInput of(Map<String, ? extends @Nullable Object> attributes) {
        return new AccountCreateInput(null, Attributes.of(attributes), List.of(), null);
    }

    /** Returns this input with the account's name on the source. */
    public AccountCreateInput withIdentity(@Nullable String identity) {
        return new AccountCreateInput(identity, attributes, attributesWithMetadata, schema);
    }

    /** Reads an input. */
    public static AccountCreateInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new AccountCreateInput(
                Members.text(object, "identity"),
                Members.attributes(object),
                Members.list(object, "attributesWithMetadata", AttributeWithMetadata::fromJson),
                Members.optionalObject(object, "schema"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfPresent(out, "identity", identity);
        out.writeKey("attributes");
        attributes.writeTo(out);
        ObjectMembers.writeList(out, "attributesWithMetadata", attributesWithMetadata);
        ObjectMembers.writeIfPresent(out, "schema", schema);
        out.writeEnd();
    }

    @Override
    public String toString() {
        return "AccountCreateInput[identity=%s, attributes=%s]".formatted(identity, attributes.keySet());
    }
}
