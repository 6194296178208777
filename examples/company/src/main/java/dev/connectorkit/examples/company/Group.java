package dev.connectorkit.examples.company;

import org.jspecify.annotations.Nullable;

/**
 * A group of people; a row of the table {@code directory_group}.
 *
 * @param id the id
 * @param name what it is called
 * @param description what being in it means
 * @param owner the user name of who answers for it, if anyone does
 */
public record Group(
        String id,
        String name,
        @Nullable String description,
        @Nullable String owner) {}
