package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.command.StatefulInput;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Lists what changed since the last run:
 *
 * <pre>{@code
 * .on(ACCOUNT_LIST, (context, input, response) ->
 *     Delta.run(context, input, response, since ->
 *         client.peopleChangedSince(since).map(PEOPLE::account).forEach(response::send)))
 * }</pre>
 *
 * <p>The watermark is taken before anything is fetched, so that what changes meanwhile is listed again by the next run and
 * not lost, and it is saved only after the list succeeded, so that a run that failed is repeated. A source that is not
 * stateful is always listed in full and nothing is saved.
 */
public final class Delta {
    private static final String WATERMARK = "watermark";

    /**
     * Lists changes.
     *
     * @param <W> the type of the watermark
     */
    @FunctionalInterface
    public interface Lister<W> {
        /**
         * Sends what changed since {@code watermark}, or everything where it is null.
         *
         * @throws Exception whatever went wrong; the watermark stays what it was
         */
        void list(@Nullable W watermark) throws Exception;
    }

    private Delta() {}

    /**
     * Runs a list whose watermark is a time, taken from the context's clock. Where the source's clock may be behind, the
     * lister should ask for changes from a little before the watermark.
     *
     * @throws ConnectorException of type {@link ConnectorException.Type#INVALID_REQUEST} if the saved watermark is no time
     * @throws Exception whatever the lister throws
     */
    public static void run(Context context, StatefulInput input, Response<?> response, Lister<Instant> lister)
            throws Exception {
        requireNonNull(lister, "lister");
        runFrom(input, response, () -> context.clock().instant().toString(), text -> lister.list(time(text)));
    }

    /**
     * Runs a list whose watermark is a text of the source's own, such as a change number or a cursor.
     *
     * @param current returns the watermark of now; called before the lister
     * @throws Exception whatever {@code current} or the lister throws
     */
    public static void runFrom(
            StatefulInput input, Response<?> response, Callable<String> current, Lister<String> lister)
            throws Exception {
        if (!input.stateful()) {
            lister.list(null);
            return;
        }
        var next = requireNonNull(current.call(), "current");
        lister.list(saved(input));
        response.saveState(Json.object().add(WATERMARK, next).build());
    }

    private static @Nullable String saved(StatefulInput input) {
        var state = input.state();
        return state != null && state.get(WATERMARK) instanceof JsonString text ? text.getString() : null;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ConnectorException(
                    ConnectorException.Type.INVALID_REQUEST,
                    "the saved watermark `%s` is no time such as 2026-01-31T12:00:00Z".formatted(text),
                    e);
        }
    }
}
