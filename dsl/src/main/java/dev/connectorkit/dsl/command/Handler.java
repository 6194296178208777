package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

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

    /**
     * Returns a handler that has a client of its own in each invocation, opened before and closed after:
     *
     * <pre>{@code
     * .on(ACCOUNT_READ, Handler.using(Directory::open, (directory, input, response) ->
     *     response.send(directory.person(input.id()))))
     * }</pre>
     *
     * @param open opens the client
     * @param work answers the invocation with the client
     * @param <C> the client
     */
    // A handler may throw whatever a client's close() does, an InterruptedException too.
    @SuppressWarnings("try")
    static <C extends AutoCloseable, I, O> Handler<I, O> using(Opener<C> open, Work<C, I, O> work) {
        requireNonNull(open, "open");
        requireNonNull(work, "work");
        return (context, input, response) -> {
            try (var client = open.open(context)) {
                work.handle(client, input, response);
            }
        };
    }

    /**
     * Opens the client of one invocation.
     *
     * @param <C> the client
     */
    @FunctionalInterface
    interface Opener<C extends AutoCloseable> {
        /**
         * Returns a client that works as the invocation's configuration says.
         *
         * @throws Exception whatever went wrong; it fails the invocation
         */
        C open(Context context) throws Exception;
    }

    /**
     * Answers one invocation with a client that is open for as long.
     *
     * @param <C> the client
     * @param <I> the command's input
     * @param <O> the command's output
     */
    @FunctionalInterface
    interface Work<C, I, O> {
        /**
         * Answers one invocation, as {@link Handler#handle} does.
         *
         * @throws Exception whatever went wrong; it fails the invocation
         */
        void handle(C client, I input, Response<O> response) throws Exception;
    }
}
