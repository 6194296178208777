package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One attribute the platform sends when it creates an account, and where its value comes from.
 *
 * <pre>{@code
 * field("email").required().fromIdentity("email")
 * field("password").required().generated(CREATE_PASSWORD)
 * field("login").uniqueAccountId("$(firstname).$(lastname)$(uniqueCounter)", 20, 50)
 * }</pre>
 *
 * <p>Immutable; safe to share.
 *
 * @param key the attribute's name
 * @param label the text shown beside it
 * @param type the type of its value
 * @param isRequired whether the platform refuses to create an account without it
 * @param initialValue where the value comes from, or null when an administrator fills it in
 * @param extras members this model does not know
 * @since 0.1
 */
public record TemplateField(
        String key,
        String label,
        AttributeType type,
        boolean isRequired,
        @Nullable InitialValue initialValue,
        JsonObject extras) {
    /** The generator of passwords. */
    public static final String CREATE_PASSWORD = "Create Password";

    /** The generator of account ids that no other account has. */
    public static final String CREATE_UNIQUE_ACCOUNT_ID = "Create Unique Account ID";

    /** Checks that nothing is null but what may be left out. */
    public TemplateField {
        requireNonNull(key, "key");
        requireNonNull(label, "label");
        requireNonNull(type, "type");
        requireNonNull(extras, "extras");
    }

    /** Returns a text field, labelled with its key. */
    public static TemplateField field(String key) {
        return new TemplateField(key, key, AttributeType.STRING, false, null, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns a text field. */
    public static TemplateField field(String key, String label) {
        return field(key).label(label);
    }

    /** Shows another text than the key. */
    public TemplateField label(String text) {
        return new TemplateField(key, text, type, isRequired, initialValue, Members.without(extras, "label"));
    }

    /** Takes values of another type than text. */
    public TemplateField type(AttributeType other) {
        return new TemplateField(key, label, other, isRequired, initialValue, Members.without(extras, "type"));
    }

    /** Makes the platform refuse to create an account for an identity that has no value for this field. */
    public TemplateField required() {
        return new TemplateField(key, label, type, true, initialValue, Members.without(extras, "required"));
    }

    /** Takes the value from an attribute of the identity, such as {@code uid}. */
    public TemplateField fromIdentity(String attribute) {
        return initially(new InitialValue.FromIdentity(attribute));
    }

    /** Gives every account the same text. */
    public TemplateField fixed(String value) {
        return initially(new InitialValue.Fixed(Members.JSON.createValue(value)));
    }

    /** Lets a generator of the platform make the value, such as {@link #CREATE_PASSWORD}. */
    public TemplateField generated(String generator) {
        return initially(new InitialValue.Generated(generator, null, null, null));
    }

    /**
     * Lets the platform make an id that no other account has.
     *
     * @param template the pattern; {@code $(uniqueCounter)} in it stands for a number that makes the id unique
     * @param maxSize the number of characters at most
     * @param maxUniqueChecks how many candidates are tried
     */
    public TemplateField uniqueAccountId(String template, int maxSize, int maxUniqueChecks) {
        return initially(new InitialValue.Generated(
                CREATE_UNIQUE_ACCOUNT_ID, requireNonNull(template, "template"), maxSize, maxUniqueChecks));
    }

    /** Takes the value from where {@code source} says. */
    public TemplateField initially(InitialValue source) {
        return new TemplateField(
                key,
                label,
                type,
                isRequired,
                requireNonNull(source, "source"),
                Members.without(extras, "initialValue"));
    }

    /** Adds a member the platform does not document; it is written as it is. */
    public TemplateField with(String member, JsonValue value) {
        return withExtras(Members.with(extras, member, value));
    }

    TemplateField withExtras(JsonObject unknown) {
        return new TemplateField(key, label, type, isRequired, initialValue, unknown);
    }
}
