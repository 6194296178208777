package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Attributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a source that can be listed on its own.
 *
 * @param name the partition's name, for logs and errors
 * @param size about how many objects it holds; 0 where nobody knows
 * @param attributes whatever the connector needs to find the partition again
 * @param objectType what it holds, such as {@code account}
 */
public record Partition(String name, long size, Attributes attributes, String objectType) {
    private static final Partition WHOLE = new Partition("", 0, Attributes.empty(), "");

    /** Checks that nothing is null. */
    public Partition {
        requireNonNull(name, "name");
        requireNonNull(attributes, "attributes");
        requireNonNull(objectType, "objectType");
    }

    /** Returns a partition of accounts. */
    public static Partition of(String name) {
        return new Partition(name, 0, Attributes.empty(), "account");
    }

    /** Returns the source as a whole, which a handler gets where aggregation is not partitioned. */
    public static Partition whole() {
        return WHOLE;
    }

    /** Returns whether this is the source as a whole. */
    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** Returns this partition with about how many objects it holds. */
    public Partition withSize(long size) {
        return new Partition(name, size, attributes, objectType);
    }

    /** Returns this partition with one more thing that the connector needs to find it again. */
    public Partition with(String attribute, @Nullable Object value) {
        return new Partition(name, size, attributes.with(attribute, value), objectType);
    }

    /** Returns this partition with these things that the connector needs to find it again. */
    public Partition withAttributes(Map<String, ? extends @Nullable Object> attributes) {
        return new Partition(name, size, Attributes.of(attributes), objectType);
    }

    /** Returns this partition of another type of object. */
    public Partition withObjectType(String objectType) {
        return new Partition(name, size, attributes, objectType);
    }
}
