package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose type the platform, or the author's tests, can tell apart.
 *
 * <p>Only {@link Type#NOT_FOUND} has an error type of its own on the wire: on a read or an update the platform then
 * creates the account. All the others arrive as {@code generic}. The message reaches administrators: it must not hold a
 * secret.
 */
public class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is. */
    public enum Type {
        /** Anything without a better name. */
        GENERIC("generic"),
        /** The object asked for does not exist. */
        NOT_FOUND("notFound"),
        /** The source's configuration is missing something or holds something that cannot work. */
        INVALID_CONFIGURATION("generic"),
        /** The configured credentials may not do what was asked. */
        INSUFFICIENT_PERMISSION("generic"),
        /** The platform's request does not have the documented shape. */
        INVALID_REQUEST("generic"),
        /** The source answered with something the connector cannot read, or the connector with too much. */
        INVALID_RESPONSE("generic"),
        /** The source, or the whole command, took too long. */
        TIMEOUT("generic");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the error type as it stands on the wire: {@code generic} or {@code notFound}. */
        public String wireName() {
            return wireName;
        }
    }

    private final Type type;

    /** Creates a failure of the given type. */
    public ConnectorException(Type type, String message) {
        this(type, message, null);
    }

    /** Creates a failure of the given type that another one caused. */
    public ConnectorException(Type type, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message"), cause);
        this.type = requireNonNull(type, "type");
    }

    /** Returns a failure that says an object does not exist, for example {@code notFound("account", "ada")}. */
    public static ConnectorException notFound(String kind, String id) {
        return new ConnectorException(Type.NOT_FOUND, "no " + kind + " with the id `" + id + "`");
    }

    /** Returns a failure that says the source's configuration cannot work. */
    public static ConnectorException invalidConfiguration(String message) {
        return new ConnectorException(Type.INVALID_CONFIGURATION, message);
    }

    /** Returns a failure that says the request does not have the documented shape. */
    public static ConnectorException invalidRequest(String message) {
        return new ConnectorException(Type.INVALID_REQUEST, message);
    }

    /** Returns what kind of failure this is. */
    public Type type() {
        return type;
    }
}
