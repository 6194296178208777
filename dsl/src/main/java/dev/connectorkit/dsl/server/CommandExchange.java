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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers one command over one HTTP exchange. */
final class CommandExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorServer.class);

    private final HttpExchange exchange;
    private final ConnectorRunner runner;
    private final CommandRequest request;
    private final Invocation invocation;
    private final AnswerBody body = new AnswerBody();

    CommandExchange(HttpExchange exchange, ConnectorRunner runner, CommandRequest request, Invocation invocation) {
        this.exchange = exchange;
        this.runner = runner;
        this.request = request;
        this.invocation = invocation;
    }

    /** The response's body, whose headers go out with the first byte: until then the answer may still be a failure. */
    private final class AnswerBody extends OutputStream {
        private @Nullable OutputStream out;

        OutputStream open() throws IOException {
            if (out == null) {
                exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
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
        MDC.put("invocationId", requireNonNull(request.metadata().invocationId(), "invocationId"));
        MDC.put("command", request.type());
        try {
            if (answerWhole()) {
                exchange.close();
                LOG.debug("{} answered", request.type());
            }
        } finally {
            MDC.remove("invocationId");
            MDC.remove("command");
        }
    }

    /** Returns whether the answer is one of the connector's, to be ended as such. */
    private boolean answerWhole() throws IOException {
        try (var sink = new BufferedSink(body, Scheduler.system())) {
            try {
                runner.run(request, invocation.guard(sink));
                invocation.end();
                return true;
            } catch (InvocationException e) {
                invocation.end();
                var cancelled = invocation.cancelled();
                failed(cancelled == null ? e : InvocationException.cancelled(cancelled, e, e.answerStarted()), sink);
            } catch (ReaderGoneException e) {
                invocation.end();
                readerGone(e, sink);
            }
            return false;
        }
    }

    private void failed(InvocationException failure, BufferedSink sink) throws IOException {
        LOG.warn("{} failed: {}", request.type(), failure.text());
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} failed with {}", request.type(), failure.details());
        }
        if (failure.answerStarted()) {
            abort(failure.line(), sink);
        } else {
            RequestHandler.answer(exchange, 500, "text/plain; charset=utf-8", failure.text());
        }
    }

    private void readerGone(ReaderGoneException gone, BufferedSink sink) throws IOException {
        var cancelled = invocation.cancelled();
        if (cancelled == null) {
            LOG.info("{} was cancelled: the client has gone", request.type());
            throw new IOException("the client has gone", gone);
        }
        failed(InvocationException.cancelled(cancelled, gone, body.out != null), sink);
    }

    /** Ends the answer with a last line, and in a way that no client takes for its end. */
    private void abort(byte[] lastLine, BufferedSink sink) throws IOException {
        sink.line(EventType.ERROR, lastLine, 0, lastLine.length);
        sink.flush();
        throw new IOException("the command failed after its first line");
    }
}
