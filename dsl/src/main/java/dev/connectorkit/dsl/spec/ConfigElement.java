package dev.connectorkit.dsl.spec;

import jakarta.json.JsonObject;

/**
 * An element of {@code sourceConfig}: a {@link Menu}, a {@link Section} as specs had before there were menus, or something a
 * file invented.
 *
 * @since 0.1
 */
public sealed interface ConfigElement permits Menu, Section, ConfigElement.Unknown {
    /**
     * An element that is neither menu nor section; only reading produces it.
     *
     * @param json what was read
     */
    record Unknown(JsonObject json) implements ConfigElement {}
}
