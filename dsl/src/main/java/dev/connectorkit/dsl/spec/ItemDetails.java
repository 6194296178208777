package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What every config item has, whatever its type.
 *
 * @param key the name under which the config holds the value
 * @param label the text shown beside the input
 * @param isRequired whether a value has to be given
 * @param visibleWhen the condition under which the item is shown, or null when it always is
 * @param placeholder the text shown while the input is empty
 * @param helpKey the help text, or the key of its translation
 * @param initialValue the value the form starts with, from {@code sourceConfigInitialValues}
 * @param extras members this model does not know, written as they are
 * @since 0.1
 */
public record ItemDetails(
        String key,
        String label,
        boolean isRequired,
        @Nullable Condition visibleWhen,
        @Nullable String placeholder,
        @Nullable String helpKey,
        @Nullable JsonValue initialValue,
        JsonObject extras) {

    /**
     * Shows an item only while another one has a certain value.
     *
     * @param parentKey the key of the other item
     * @param parentValue its value as text: an option's value, or {@code true} for a checkbox
     */
    public record Condition(String parentKey, String parentValue) {
        /** Checks that nothing is null. */
        public Condition {
            requireNonNull(parentKey, "parentKey");
            requireNonNull(parentValue, "parentValue");
        }
    }

    /** Checks that nothing is null but what may be left out. */
    public ItemDetails {
        requireNonNull(key, "key");
        requireNonNull(label, "label");
        requireNonNull(extras, "extras");
    }

    static ItemDetails of(String key, String label) {
        return new ItemDetails(key, label, false, null, null, null, null, JsonValue.EMPTY_JSON_OBJECT);
    }

    ItemDetails required() {
        return new ItemDetails(
                key, label, true, visibleWhen, placeholder, helpKey, initialValue, Members.without(extras, "required"));
    }

    ItemDetails visibleWhen(Condition condition) {
        return new ItemDetails(
                key,
                label,
                isRequired,
                condition,
                placeholder,
                helpKey,
                initialValue,
                Members.without(extras, "parentKey", "parentValue"));
    }

    ItemDetails placeholder(String text) {
        return new ItemDetails(
                key,
                label,
                isRequired,
                visibleWhen,
                requireNonNull(text, "text"),
                helpKey,
                initialValue,
                Members.without(extras, "placeholder"));
    }

    ItemDetails helpKey(String text) {
        return new ItemDetails(
                key,
                label,
                isRequired,
                visibleWhen,
                placeholder,
                requireNonNull(text, "text"),
                initialValue,
                Members.without(extras, "helpKey"));
    }

    ItemDetails initially(@Nullable JsonValue value) {
        return new ItemDetails(key, label, isRequired, visibleWhen, placeholder, helpKey, value, extras);
    }

    ItemDetails withExtras(JsonObject unknown) {
        return new ItemDetails(key, label, isRequired, visibleWhen, placeholder, helpKey, initialValue, unknown);
    }
}
