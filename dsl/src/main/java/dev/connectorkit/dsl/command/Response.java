package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way from a handler to the platform. Safe for concurrent use within its invocation; refuses everything once the
 * handler has returned.
 *
 * <p>Every method blocks while the reader is slower than the handler, and throws once the reader has gone.
 *
 * @param <O> the command's output
 */
public interface Response<O> {

    /**
     * Sends one output.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_RESPONSE} if its line is larger than
     *     the platform's 256 KiB; nothing of it was written then
     * @throws IllegalStateException if state was saved or the invocation is over
     */
    void send(O output);

    /**
     * Returns a response that takes another type and sends what {@code map} makes of it: {@code
     * response.accepting(people::account).send(person)}. Everything else goes through unchanged.
     */
    default <T> Response<T> accepting(Function<? super T, ? extends O> map) {
        requireNonNull(map, "map");
        return new RedirectedResponse<>(this, output -> send(map.apply(output)));
    }

    /** Returns a response that sends the outputs that {@code wanted} holds for. Everything else goes through unchanged. */
    default Response<O> keeping(Predicate<? super O> wanted) {
        requireNonNull(wanted, "wanted");
        return new RedirectedResponse<>(this, output -> {
            if (wanted.test(output)) {
                send(output);
            }
        });
    }

    /**
     * Saves the state that the next stateful run will receive. Called once, after the last output.
     *
     * @throws IllegalStateException if state was saved already or the invocation is over
     */
    void saveState(JsonObject state);

    /** Tells the platform that the handler still works. The runtime does so by itself during long silences. */
    void keepAlive();

    /**
     * Asks the platform to change the source's configuration. {@code DataStore} makes such patches.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_RESPONSE} if the patch's line is larger
     *     than the platform's 256 KiB; nothing of it was written then
     * @throws IllegalStateException if the invocation is over
     */
    void patchConfig(JsonPatch patch);
}
