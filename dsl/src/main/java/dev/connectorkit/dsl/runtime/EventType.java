package dev.connectorkit.dsl.runtime;

/** The kinds of lines that an answer is made of. */
public enum EventType {
    /** One output of the command. */
    OUTPUT("output"),
    /** The state that the next stateful run receives. */
    STATE("state"),
    /** A sign of life. */
    KEEP_ALIVE("keepAlive"),
    /** A JSON Patch of the source's configuration. */
    CONFIG("config"),
    /** What went wrong after the first line; always the last one. */
    ERROR("error");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the line's {@code type} on the wire. */
    public String wireName() {
        return wireName;
    }
}
