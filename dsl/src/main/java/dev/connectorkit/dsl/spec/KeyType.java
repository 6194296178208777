package dev.connectorkit.dsl.spec;

/**
 * Says which shape of key the platform sends with a command and expects with an output.
 *
 * @since 0.1
 */
public enum KeyType {
    /** One id: {@code {"simple": {"id": …}}}. */
    SIMPLE("simple"),
    /** An id to look the object up by and one that never changes: {@code {"compound": {"lookupId": …, "uniqueId": …}}}. */
    COMPOUND("compound");

    private final String text;

    KeyType(String text) {
        this.text = text;
    }

    /** Returns the word {@code connector-spec.json} uses. */
    public String text() {
        return text;
    }
}
