package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * One entry of the side bar of a source's configuration. Made by {@link ConfigItem#menu}.
 *
 * @param label the text in the side bar
 * @param sections what the entry leads to
 * @param extras members this model does not know
 * @since 0.1
 */
public record Menu(String label, List<Section> sections, JsonObject extras) implements ConfigElement {
    /** Checks that nothing is null and copies the sections. */
    public Menu {
        requireNonNull(label, "label");
        sections = List.copyOf(sections);
        requireNonNull(extras, "extras");
    }

    Menu withExtras(JsonObject unknown) {
        return new Menu(label, sections, unknown);
    }

    Menu with(List<Section> others) {
        return new Menu(label, others, extras);
    }
}
