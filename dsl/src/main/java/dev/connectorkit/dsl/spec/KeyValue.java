package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A config item that holds a list of pairs of texts. The config holds an array of {@code {"key", "value"}}. Immutable; safe
 * to share.
 *
 * @param details what every item has
 * @param keyPart the first input of a pair
 * @param valuePart the second input of a pair
 * @since 0.1
 */
public record KeyValue(ItemDetails details, Part keyPart, Part valuePart) implements ConfigItem {
    /**
     * One of the two inputs of a pair.
     *
     * @param key the member of the stored pair that holds the text: {@code key} or {@code value}
     * @param label the text shown beside the input
     * @param type the input's type: {@code text}
     * @param isRequired whether it has to be filled in
     * @param maxLength the number of characters at most; the platform writes it as text
     * @param extras members this model does not know
     */
    public record Part(
            String key,
            String label,
            String type,
            boolean isRequired,
            @Nullable String maxLength,
            JsonObject extras) {
        /** Checks that nothing is null but what may be left out. */
        public Part {
            requireNonNull(key, "key");
            requireNonNull(label, "label");
            requireNonNull(type, "type");
            requireNonNull(extras, "extras");
        }

        Part withExtras(JsonObject unknown) {
            return new Part(key, label, type, isRequired, maxLength, unknown);
        }

        private Part upTo(int characters) {
            return new Part(
                    key, label, type, isRequired, Integer.toString(characters), Members.without(extras, "maxlength"));
        }
    }

    @Override
    public String type() {
        return "keyValue";
    }

    @Override
    public KeyValue with(ItemDetails other) {
        return new KeyValue(other, keyPart, valuePart);
    }

    /** Limits both texts to this many characters; without it, to 4096. */
    public KeyValue maxLength(int characters) {
        return new KeyValue(details, keyPart.upTo(characters), valuePart.upTo(characters));
    }
}
