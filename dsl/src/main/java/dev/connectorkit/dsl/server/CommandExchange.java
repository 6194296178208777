package dev.connectorkit.dsl.server;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import dev.connectorkit.dsl.runtime.BufferedSink;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.EventType;
import dev.connectorkit.dsl.runtime.InvocationException;
import dev.connectorkit.dsl.runtime.ReaderGoneException;
import dev.connectorkit.dsl.runtime.Scheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers one command over one HTTP exchange. */
final class CommandExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorServer.class);
    private static final String INVOCATION_ID = "invocationId";
    private static final String COMMAND = "command";

    private final HttpExchange exchange;
    private final ConnectorRunner runner;
    private final CommandRequest request;
    private final Invocation invocation;
    private final Runnable handlerReturned;
    private final AnswerBody body = new AnswerBody();
    private final BufferedSink sink;

    /** Calls {@code handlerReturned} before it ends the answer. */
    CommandExchange(
            HttpExchange exchange,
            ConnectorRunner runner,
            CommandRequest request,
            Invocation invocation,
            Runnable handlerReturned) {
        this.exchange = exchange;
        this.runner = runner;
        this.request = request;
        this.invocation = invocation;
        this.handlerReturned = handlerReturned;
        this.sink = new BufferedSink(invocation.uninterrupted(body), Scheduler.system());
    }

    /** The response's body, whose headers go out with the first byte: until then the answer may still be a failure. */
    private final class AnswerBody extends OutputStream {
        private volatile @Nullable OutputStream out;

        boolean started() {
            return out != null;
        }

        private OutputStream open() throws IOException {
            if (out == null) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Type",
                                runner.connector().answersBareJson() ? "application/json" : "application/x-ndjson");
                exchange.sendResponseHeaders(200, 0);
                out = exchange.getResponseBody();
            }
            return requireNonNull(out, "out");
        }

        @Override
        public void write(int value) throws IOException {
            open().write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            open().write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            open().flush();
        }
    }

    /**
     * Runs the command.
     *
     * @throws IOException if the answer is not whole; the JDK's server then drops the connection, which is what tells the
     *     client
     */
    void run() throws IOException {
        putLogContext();
        invocation.onAbandoned(this::endWithoutHandler);
        try (sink) {
            try {
                runner.run(request, invocation.guard(sink));
                end(null);
            } catch (InvocationException e) {
                end(e);
            } catch (ReaderGoneException e) {
                readerGone(e);
            }
        } finally {
            removeLogContext();
        }
    }

    private void putLogContext() {
        MDC.put(INVOCATION_ID, requireNonNull(request.metadata().invocationId(), INVOCATION_ID));
        MDC.put(COMMAND, request.type());
    }

    private static void removeLogContext() {
        MDC.remove(INVOCATION_ID);
        MDC.remove(COMMAND);
    }

    private void end(@Nullable InvocationException failure) throws IOException {
        claim();
        if (failure == null) {
            exchange.close();
            LOG.debug("{} answered", request.type());
        } else {
            var cancelled = invocation.cancelled();
            failed(cancelled == null ? failure : InvocationException.cancelled(cancelled, failure, body.started()));
        }
    }

    private void readerGone(ReaderGoneException gone) throws IOException {
        claim();
        var cancelled = invocation.cancelled();
        if (cancelled == null) {
            LOG.info("{} was cancelled: the client has gone", request.type());
            throw new IOException("the client has gone", gone);
        }
        failed(InvocationException.cancelled(cancelled, gone, body.started()));
    }

    private void claim() throws IOException {
        handlerReturned.run();
        if (!invocation.end()) {
            throw new IOException("this command was answered before its handler returned");
        }
    }

    private void failed(InvocationException failure) throws IOException {
        log(failure);
        if (failure.answerStarted()) {
            var line = failure.line();
            sink.line(EventType.ERROR, line, 0, line.length);
            sink.flush();
            throw new IOException("the command failed after its first line");
        }
        RequestHandler.answer(exchange, 500, RequestHandler.TEXT, failure.text());
    }

    private void log(InvocationException failure) {
        LOG.warn("{} failed: {}", request.type(), failure.text());
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} failed with {}", request.type(), failure.details());
        }
    }

    /** Ends the answer on another thread than the handler's, which still runs. */
    private void endWithoutHandler(String reason) {
        putLogContext();
        try {
            var failure = InvocationException.cancelled(reason, new CancellationException(reason), body.started());
            log(failure);
            if (body.started()) {
                sink.flush();
            }
            sink.close();
            if (body.started()) {
                abort(requireNonNull(body.out, "out"), failure.line());
            } else {
                RequestHandler.answer(exchange, 500, RequestHandler.TEXT, failure.text());
            }
        } catch (IOException e) {
            LOG.debug("{} lost its client before it was cancelled", request.type(), e);
        } finally {
            removeLogContext();
        }
    }

    // An exchange can only be ended as if its answer were whole. But an interrupted thread closes the channel that it
    // writes to, before the first byte.
    private static void abort(OutputStream out, byte[] lastLine) throws IOException {
        out.write(lastLine);
        out.flush();
        Thread.currentThread().interrupt();
        try {
            out.write('\n');
            out.flush();
        } finally {
            Thread.interrupted();
        }
    }
}
