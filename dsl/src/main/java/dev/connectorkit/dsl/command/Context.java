package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What one invocation knows of its surroundings. Safe for concurrent use within its invocation. */
public interface Context extends PlatformServices {

    /**
     * Returns the source's configuration as it was when the invocation started; it never changes. It may hold secrets,
     * which belong in no log and no error.
     */
    JsonObject config();

    /**
     * Asks the platform for the configuration as it is now; {@link #config()} stays what it was.
     *
     * @throws ConnectorException if the platform does not answer
     */
    JsonObject reloadConfig();

    /** Returns the filter that the administrator set on the source, ready for this command's objects. */
    ObjectFilter objectFilter();

    /** Returns the clock to take times from: the system's, or a test's. */
    InstantSource clock();

    /**
     * Asks the customizer for a named operation. Where there is no customizer, or none with that operation, the answer is
     * the input.
     *
     * @throws ConnectorException if the operation fails
     */
    default JsonValue customizedOperation(String id, JsonValue input) {
        return input;
    }

    /** Returns the command's type on the wire, such as {@code std:account:list}. */
    String commandType();

    /** Returns the id of this invocation; where the platform sent none, one of the runtime's. */
    String invocationId();

    /** Returns the id of the connector, where the host knows it. */
    @Nullable
    String id();

    /** Returns the name of the connector, where the host knows it. */
    @Nullable
    String name();

    /** Returns the version of the connector, where the host knows it. */
    @Nullable
    Integer version();

    /** Returns the id of the source's connector instance, where the host knows it. */
    @Nullable
    String connectorInstanceId();

    /** Returns the id of the tracing span, where the host knows it. */
    @Nullable
    String spanId();

    /** Returns the id of the platform's request, where the host knows it. */
    @Nullable
    String requestId();
}
