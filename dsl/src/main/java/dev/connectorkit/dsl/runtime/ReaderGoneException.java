package dev.connectorkit.dsl.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The sink of an answer failed: whoever read it has gone, and nothing can be told to anybody any more. */
public final class ReaderGoneException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    ReaderGoneException(IOException cause) {
        super("the reader has gone", cause);
    }
}
