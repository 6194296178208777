package dev.connectorkit.dsl.command;

/**
 * Answers one command. Handlers are called from many threads at once; what belongs to one invocation comes in as
 * arguments.
 *
 * @param <I> the command's input
 * @param <O> the command's output
 */
@FunctionalInterface
public interface Handler<I, O> {

    /**
     * Answers one invocation. Outputs go to {@code response} as they are found; returning ends the answer, and any
     * exception fails it.
     *
     * @throws Exception whatever went wrong; a {@link ConnectorException} chooses the error type that the platform sees
     */
    void handle(Context context, I input, Response<O> response) throws Exception;
}
