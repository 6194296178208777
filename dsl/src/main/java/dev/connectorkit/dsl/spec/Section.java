package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A titled group of config items. Made by {@link ConfigItem#section}.
 *
 * @param title the heading
 * @param helpMessage the text below the heading
 * @param docLinkLabel the text of a link to the documentation
 * @param docLink the address of that link
 * @param items the inputs
 * @param extras members this model does not know
 * @since 0.1
 */
public record Section(
        String title,
        @Nullable String helpMessage,
        @Nullable String docLinkLabel,
        @Nullable String docLink,
        List<ConfigItem> items,
        JsonObject extras)
        implements ConfigElement {
    /** Checks that nothing is null but what may be left out, and copies the items. */
    public Section {
        requireNonNull(title, "title");
        items = List.copyOf(items);
        requireNonNull(extras, "extras");
    }

    /** Shows {@code message} below the heading. */
    public Section helpMessage(String message) {
        return new Section(
                title,
                requireNonNull(message, "message"),
                docLinkLabel,
                docLink,
                items,
                Members.without(extras, "sectionHelpMessage"));
    }

    /** Shows a link to the documentation. */
    public Section docLink(String label, String url) {
        return new Section(
                title,
                helpMessage,
                requireNonNull(label, "label"),
                requireNonNull(url, "url"),
                items,
                Members.without(extras, "docLinkLabel", "docLink"));
    }

    Section withExtras(JsonObject unknown) {
        return new Section(title, helpMessage, docLinkLabel, docLink, items, unknown);
    }

    Section with(List<ConfigItem> others) {
        return new Section(title, helpMessage, docLinkLabel, docLink, others, extras);
    }
}
