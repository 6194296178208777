package dev.connectorkit.dsl.internal.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Names of members that were written lately, in the bytes that stand for them. The objects of one answer have the same
 * few names, and encoding them again and again costs as much as the values do. Holds a fixed number of short names,
 * whatever is written. Not safe for concurrent use.
 */
final class FieldNames {
    private static final int PLACES = 128;
    private static final int LONGEST = 64;

    private final @Nullable SerializedString[] places = new @Nullable SerializedString[PLACES];

    /** Returns the bytes of a name, or null for one that is too long or too unusual to be kept. */
    @Nullable
    SerializableString encoded(String name) {
        int hash = name.hashCode();
        int place = (hash ^ (hash >>> 7)) & (PLACES - 1);
        var kept = places[place];
        if (kept == null || !kept.getValue().equals(name)) {
            if (!isUsual(name)) {
                return null;
            }
            kept = new SerializedString(name);
            places[place] = kept;
        }
        return kept;
    }

    // Half a surrogate pair has no encoding to keep; the generator has its own way with it.
    private static boolean isUsual(String name) {
        return name.length() <= LONGEST && name.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
